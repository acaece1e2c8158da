"""The people the office trained and registered (くらしのサポーター): who can help, when, where."""
