"""What an analysis says, in words: documents of headings, paragraphs, lists and tables, as text or Markdown."""
