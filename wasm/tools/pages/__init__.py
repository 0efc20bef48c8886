"""Training pages of our own making: made-up articles with the chrome that leaks on real sites, every block labelled."""
