"""One module a family of commands; the client loads each as an extension."""
