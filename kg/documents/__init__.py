"""Readers: files, folders, standard input and web pages -> documents."""

from kg.documents.base import Result
from kg.documents.read import read_documents

__all__ = ["Result", "read_documents"]
