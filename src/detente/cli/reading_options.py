"""What the commands that read reports share: how, for how long, and from where they may be fetched."""

from __future__ import annotations

from typing import Annotated

import typer

Published = Annotated[
    str | None, typer.Option(metavar="DATE", help="Date of publication, as 2019-02-16, 2019-02 or 2019.")
]
IndexFile = Annotated[
    str | None,
    typer.Option(metavar="FILE.tsv", help="What is known of each file: file, published, publisher, address, title."),
]
Model = Annotated[str, typer.Option(metavar="NAME", help="An installed spaCy English pipeline.")]
Only = Annotated[
    str | None, typer.Option(metavar="SECTION,…", help="Read only these sections, such as people,statements.")
]
Fast = Annotated[bool, typer.Option("--fast", help="Find statements with the small network: less exact.")]
Jobs = Annotated[int, typer.Option(metavar="N", min=1, help="Processes that read.")]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Fetch from addresses inside this machine's own network, too.")
]
