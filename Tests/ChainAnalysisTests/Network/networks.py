#!/usr/bin/env python3
"""Writes Networks.json beside this file: networks and what networkx says of them, for NetworkTests.

pip install networkx; python3 networks.py. The same seeds give the same networks.
"""
import json
import pathlib
import random

import networkx as nx


def directed(graph, seed, returned=0.3, loops=0):
    """A direction for every tie, some of them both ways, and some references to oneself."""
    draw = random.Random(seed)
    links = []
    for a, b in sorted(graph.edges()):
        if draw.random() < 0.5:
            a, b = b, a
        links.append((a, b))
        if draw.random() < returned:
            links.append((b, a))
    nodes = sorted(graph.nodes())
    links += [(node, node) for node in draw.sample(nodes, min(loops, len(nodes)))]
    draw.shuffle(links)
    return nodes, links


def networks():
    yield "one actor, who refers to itself", ([0], [(0, 0)])
    yield "nobody tied", (list(range(4)), [])
    yield "two", directed(nx.path_graph(2), 1)
    yield "a chain", directed(nx.path_graph(9), 2)
    yield "a trader star", directed(nx.star_graph(12), 3)
    yield "a ring", directed(nx.cycle_graph(8), 4)
    yield "a tree", directed(nx.balanced_tree(2, 4), 5)
    yield "groups joined by bridges", directed(nx.connected_caveman_graph(5, 6), 6)
    yield "disconnected, with strays", directed(
        nx.disjoint_union_all([nx.gnp_random_graph(20, 0.2, seed=7), nx.path_graph(5), nx.empty_graph(3)]), 7, loops=4)
    yield "random", directed(nx.gnp_random_graph(60, 0.06, seed=8), 8, loops=3)
    yield "hubs", directed(nx.barabasi_albert_graph(120, 2, seed=9), 9)
    yield "small world", directed(nx.watts_strogatz_graph(90, 4, 0.2, seed=10), 10)


def measured(name, nodes, links):
    ways = nx.DiGraph()
    ways.add_nodes_from(nodes)
    ways.add_edges_from((a, b) for a, b in links if a != b)
    graph = nx.Graph(ways)

    def ordered(values):
        return [round(values[node], 12) for node in nodes]

    return {
        "name": name,
        "count": len(nodes),
        "links": links,
        "degree": [graph.degree(node) for node in nodes],
        "betweenness": ordered(nx.betweenness_centrality(graph)),
        "closeness": ordered(nx.closeness_centrality(graph)),
        "density": round(nx.density(graph), 12),
        "reciprocity": round(nx.overall_reciprocity(ways), 12) if ways.number_of_edges() else None,
        "groups": sorted((sorted(group) for group in nx.connected_components(graph)), key=lambda group: (-len(group), group[0])),
        "cutMembers": sorted(nx.articulation_points(graph)),
        "bridges": sorted(sorted(bridge) for bridge in nx.bridges(graph)),
    }


lines = ",\n".join(json.dumps(measured(name, *network), separators=(",", ":")) for name, network in networks())
pathlib.Path(__file__).with_name("Networks.json").write_text("[\n" + lines + "\n]\n")
