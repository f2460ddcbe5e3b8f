# make run        the sample session in the workbench
# make test       every test
# make golden     write the expected screens anew
# make bench      how fast it is
# make fuzz       looks for bytes that crash what reads files, FUZZ_SECONDS for each kind of file
# make install    one static binary, its manual page and completions, under PREFIX (and DESTDIR)

SHELL := /bin/sh
PREFIX ?= /usr/local
DESTDIR ?=
STATIC := -c release --static-swift-stdlib -Xswiftc -static-executable -Xlinker -ltinfo -Xlinker -s
BINARY := .build/release/rapport
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

# Builds a product, without what the linker says of libraries that Rapport never calls in that way.
define build-static
mkdir -p .build; echo "Building $(1) (the first time takes some minutes)…"; \
{ swift build $(STATIC) --product $(1); echo $$? > .build/status; } 2>&1 \
  | grep --line-buffered -vE "in statically linked applications|use of .mktemp. is dangerous|^$$"; \
[ "$$(cat .build/status)" = 0 ]
endef

.PHONY: run release test golden bench fuzz install uninstall clean needs-ncurses needs-tmux needs-age

run: release
	@$(BINARY) demo

release: needs-ncurses
	@$(call build-static,rapport)

test: needs-ncurses needs-tmux needs-age
	@swift build --build-tests
	@swift test --skip-build

golden: needs-ncurses
	@swift build --build-tests
	@RAPPORT_GOLDEN=write swift test --skip-build --filter WorkbenchTests || true
	@git --no-pager diff --stat -- Tests

bench: release
	@$(call build-static,rapport-bench)
	@.build/release/rapport-bench

FUZZ_SECONDS ?= 20
# A debug build tries fewer inputs a second, and takes a third of the time to make.
FUZZ_BUILD ?= release
FUZZ := .build/fuzz/$(FUZZ_BUILD)/fuzz

# What libFuzzer finds is written to .build/found; look at it with: RAPPORT_FUZZ=KIND .build/debug/fuzz FILE
fuzz: needs-ncurses
	@swift build -c $(FUZZ_BUILD) --product fuzz --scratch-path .build/fuzz -Xswiftc -sanitize=fuzzer -Xswiftc -DFUZZING \
	  -Xlinker --allow-multiple-definition
	@mkdir -p .build/found
	@for kind in session merge csv sealed key theme template script storm; do \
	  mkdir -p .build/corpus/$$kind; seeds=; \
	  case $$kind in session | merge) seeds=sample-data;; theme) seeds=themes;; template) seeds=Sources/Exchange/Templates;; esac; \
	  echo "$$kind, $(FUZZ_SECONDS) s"; \
	  RAPPORT_FUZZ=$$kind $(FUZZ) -max_total_time=$(FUZZ_SECONDS) -max_len=65536 -timeout=20 -rss_limit_mb=2048 -verbosity=0 -print_final_stats=1 \
	    -artifact_prefix=.build/found/$$kind- .build/corpus/$$kind $$seeds 2>&1 | grep -E "ERROR|SUMMARY|Fatal|found/|stat::number|average" ; \
	done; [ -z "$$(ls .build/found)" ]

install: release
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/man/man1" \
	  "$(DESTDIR)$(PREFIX)/share/bash-completion/completions" "$(DESTDIR)$(PREFIX)/share/zsh/site-functions" \
	  "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d"
	install -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/rapport"
	$(BINARY) man > "$(DESTDIR)$(PREFIX)/share/man/man1/rapport.1"
	$(BINARY) --generate-completion-script bash > "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/rapport"
	$(BINARY) --generate-completion-script zsh > "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_rapport"
	$(BINARY) --generate-completion-script fish > "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/rapport.fish"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/rapport" "$(DESTDIR)$(PREFIX)/share/man/man1/rapport.1" \
	  "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/rapport" "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_rapport" \
	  "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/rapport.fish"

clean:
	rm -rf .build

# Nothing is fetched when it is there already, so that all of this works without network.
needs-ncurses:
	@[ -f /usr/include/ncursesw/curses.h ] || [ -f /usr/include/curses.h ] || \
	  { echo "Installing libncurses-dev…"; $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq libncurses-dev; }

needs-tmux:
	@command -v tmux > /dev/null || \
	  { echo "Installing tmux, in which the tests run the program…"; $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq tmux; }

needs-age:
	@command -v age > /dev/null || \
	  { echo "Installing age, which protected sessions are checked against…"; $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq age; }
