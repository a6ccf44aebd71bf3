import KamertonCommands

Kamerton.start()
