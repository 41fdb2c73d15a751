"""How the reader is made: annotations, corpora, the network, training and export. Not needed to run tacitus."""
