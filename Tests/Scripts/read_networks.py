"""Reads exported networks as other programs do, and prints what they found: nodes, edges, and the label of one node.

    read_networks.py NODE FILE.graphml FILE.dot

GraphML is read by networkx, DOT by Graphviz.
"""
import json
import subprocess
import sys

import networkx

node, graphml, dot = sys.argv[1:]
network = networkx.read_graphml(graphml, force_multigraph=True)
print(network.number_of_nodes(), network.number_of_edges(), network.nodes[node]["label"], sep="\t")
read = json.loads(subprocess.run(["dot", "-Tdot_json", dot], capture_output=True, check=True).stdout)
labels = {thing["name"]: thing.get("label") for thing in read["objects"]}
print(len(read["objects"]), len(read["edges"]), labels[node], sep="\t")
