"""`warmwatt handbook`: check the content, find an article, keep the embeddings of its questions."""

from datetime import datetime
from typing import Annotated

import typer

from warmwatt.commands._app import app
from warmwatt.handbook import (
    Article,
    Hit,
    Search,
    UnreadableHandbook,
    check_handbook,
    embed,
    embedded_texts,
    keep_vectors,
    shipped_handbook,
    shipped_vectors,
    survey_handbook,
    vectors_of,
)
from warmwatt.procedures import check_flow
from warmwatt.quantities import CHINA

handbook_app = typer.Typer(help="The handbook: check it and search it. 业务手册。", no_args_is_help=True)
app.add_typer(handbook_app, name="handbook")
Book = Annotated[str, typer.Option("--handbook", help="The handbook to read.")]
STATUS = {"verified": "已核实", "unverified": "未核实，仅供参考"}


@handbook_app.command()
def check(
    name: Annotated[str, typer.Argument(metavar="HANDBOOK", help="The handbook to check.")] = "jiangzhou",
) -> None:
    """Check files, dates, sources, references, questions, flows and examples. 检查手册内容。"""
    try:
        handbook, unread = survey_handbook(name)
    except UnreadableHandbook as error:
        raise typer.BadParameter(str(error)) from None
    problems = (*unread, *check_handbook(handbook, check_flow=check_flow))
    for problem in problems:
        typer.echo(str(problem), err=True)
    entries = [entry for each in handbook.entries.values() for entry in each.values()]
    open_questions = sum(entry.status == "unverified" for entry in entries)
    articles = len(handbook.of(Article))
    typer.echo(
        f"{handbook.title}: {len(entries)} entries, {articles} articles, {open_questions} unverified, "
        f"{len(problems)} problems 条目{len(entries)}，文章{articles}，未核实{open_questions}，问题{len(problems)}"
    )
    raise typer.Exit(1 if problems else 0)


@handbook_app.command()
def search(
    query: Annotated[str, typer.Argument(help="A question as a customer says it.")],
    place: Annotated[str | None, typer.Option(help="Only what holds at this place.")] = None,
    on: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day it is about.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=20)] = 3,
    handbook: Book = "jiangzhou",
) -> None:
    """Find the articles that answer a spoken question. 查知识。"""
    day = (on or datetime.now(CHINA)).date()
    hits = Search(shipped_handbook(handbook)).find(query, on=day, place=place, limit=limit)
    if not hits:
        typer.echo("Nothing good found 没有找到合适的内容")
        raise typer.Exit(1)
    for hit in hits:
        typer.echo(_told(hit))


@handbook_app.command()
def vectors(handbook: Book = "jiangzhou") -> None:
    """Embed the questions of new and changed articles and keep the vectors. 更新问法向量。"""
    texts = embedded_texts(shipped_handbook(handbook))
    path = keep_vectors(texts=texts, vectors=vectors_of(texts, kept=shipped_vectors(), embed=embed))
    typer.echo(f"{path}: {len(texts)} texts")


def _told(hit: Hit) -> str:
    article = hit.article
    return (
        f"{hit.score:.2f}  {article.title}  [{article.id}]\n"
        f"      {article.say}\n"
        f"      来源：{article.source.cited()}（{STATUS[article.status]}，{article.valid_from} 起）"
    )
