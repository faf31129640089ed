"""The store on disk: whole graphs or none, whatever happens."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
from extractions import arabic_extraction, english_extraction

from kg.errors import StoreError
from kg.rdf import Names, graph_iri, quads
from kg.store import Change, Document, Store
from kg.store import store as store_module
from schemas import Extraction


def numbered(number: int) -> Extraction:
    sample = arabic_extraction()
    return sample.model_copy(update={"article": sample.article.model_copy(update={"id": f"خبر-{number:04}"})})


def graphs_of(path: Path) -> dict[str, set[object]]:
    with Store(path, read_only=True) as store:
        return {graph.value: set(found) for graph, found in store.graphs()}


def test_what_is_added_is_read_back_after_reopening(tmp_path: Path) -> None:
    samples = [arabic_extraction(), english_extraction()]
    with Store(tmp_path / "kg") as store:
        assert [store.add(sample) for sample in samples] == [Change.ADDED, Change.ADDED]
    with Store(tmp_path / "kg", read_only=True) as store:
        assert list(store.extractions()) == samples
        assert store.extraction("sample-en") == samples[1]
        assert store.extraction("لا شيء") is None


def test_adding_twice_changes_nothing(tmp_path: Path) -> None:
    sample = arabic_extraction()
    with Store(tmp_path / "kg") as store:
        store.add(sample)
        before = set(store.quads)
        assert store.add(sample) == Change.UNCHANGED
        assert set(store.quads) == before


def test_a_changed_article_replaces_exactly_its_own_graph(tmp_path: Path) -> None:
    sample, other = arabic_extraction(), english_extraction()
    fewer = arabic_extraction(events=[], claims=[], dropped=[])
    with Store(tmp_path / "kg") as store:
        store.add_all([sample, other])
        assert store.add(fewer) == Change.REPLACED
        assert store.extraction("sample-ar") == fewer
        assert store.extraction("sample-en") == other
        assert set(store.graph(graph_iri(Names(), "sample-ar"))) == set(quads(fewer))


def test_adding_many_counts_what_happened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "BULK_QUADS", 1000)
    many = [numbered(number) for number in range(10)]
    with Store(tmp_path / "kg") as store:
        assert store.add_all(many) == {Change.ADDED: 10}
        changed = many[3].model_copy(update={"dropped": ()})
        again = [many[0], changed, numbered(10), numbered(10)]
        assert store.add_all(again) == {Change.UNCHANGED: 2, Change.REPLACED: 1, Change.ADDED: 1}
        assert store.extraction("خبر-0003") == changed
        assert len(store.documents()) == 11


def test_bulk_and_single_additions_give_the_same_bytes(tmp_path: Path) -> None:
    many = [numbered(number) for number in range(5)]
    with Store(tmp_path / "one") as one, Store(tmp_path / "all") as all_:
        for sample in reversed(many):
            one.add(sample)
        all_.add_all(many)
        for format_ in ("turtle", "trig", "nquads"):
            assert b"".join(one.export(format_)) == b"".join(all_.export(format_))


def test_removal_takes_one_graph(tmp_path: Path) -> None:
    with Store(tmp_path / "kg") as store:
        store.add_all([arabic_extraction(), english_extraction()])
        assert store.remove("sample-ar")
        assert not store.remove("sample-ar")
        assert [document.id for document in store.documents()] == ["sample-en"]


def test_documents_say_what_they_are(tmp_path: Path) -> None:
    with Store(tmp_path / "kg") as store:
        store.add(arabic_extraction())
        [document] = store.documents()
    assert document == Document(
        id="sample-ar",
        iri=document.iri,
        graph=document.graph,
        title="قصف الميناء: روايتان",
        outlet="صوت المرفأ",
        published="2024-05-03",
        language="ar",
    )


def test_export_of_one_document(tmp_path: Path) -> None:
    with Store(tmp_path / "kg") as store:
        store.add_all([arabic_extraction(), english_extraction()])
        text = b"".join(store.export("turtle", ["sample-en"])).decode()
        assert "Sami Haddad" in text
        assert "الشراع" not in text
        with pytest.raises(StoreError, match="no document 'nowhere'"):
            store.export("turtle", ["nowhere"])


def test_labels_of_types_are_in_the_store(tmp_path: Path) -> None:
    with Store(tmp_path / "kg") as store:
        found = {str(quad.object) for quad in store.graph(Names().ontology_graph)}
    assert '"اعتداء"@ar' in found


def test_second_writer_is_told_who_holds_it(tmp_path: Path) -> None:
    code = (
        "import sys, time; from kg.store import Store; s = Store(sys.argv[1]); print('open', flush=True); time.sleep(9)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "kg")], stdout=subprocess.PIPE, env=environment()
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"open\n"
        try:
            with pytest.raises(StoreError, match=f"written by process {holder.pid}"):
                Store(tmp_path / "kg")
            with Store(tmp_path / "kg", read_only=True) as reader:
                assert reader.documents() == []
        finally:
            holder.kill()
    with Store(tmp_path / "kg") as store:
        assert store.add(arabic_extraction()) == Change.ADDED


def test_the_same_process_twice(tmp_path: Path) -> None:
    with Store(tmp_path / "kg"), pytest.raises(StoreError, match="this process itself"):
        Store(tmp_path / "kg")


def test_missing_store_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"no store at .*kg build"):
        Store(tmp_path / "kg", read_only=True)


def test_file_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "kg").write_text("ليس مخزنا", encoding="utf-8")
    with pytest.raises(StoreError, match="cannot be opened"):
        Store(tmp_path / "kg")


def test_other_base_iri_is_refused(tmp_path: Path) -> None:
    Store(tmp_path / "kg").close()
    with pytest.raises(StoreError, match="built with --base-iri"):
        Store(tmp_path / "kg", Names("https://news.example/"))


def test_reader_cannot_write_and_closed_store_says_so(tmp_path: Path) -> None:
    Store(tmp_path / "kg").close()
    reader = Store(tmp_path / "kg", read_only=True)
    with pytest.raises(StoreError, match="reading only"):
        reader.add(arabic_extraction())
    reader.close()
    with pytest.raises(StoreError, match="is closed"):
        reader.documents()


def environment() -> dict[str, str]:
    """Child processes find the packages and the test's own modules."""
    root = Path(__file__).parents[2]
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(root), str(root / "tests"), str(root / "tests" / "store")]),
    }


@pytest.mark.parametrize("how", ["add", "add_all"])
def test_killed_writer_leaves_whole_graphs_only(tmp_path: Path, how: str) -> None:
    code = f"""
        import sys
        from kg.store import Store, store
        from test_store import numbered
        store.BULK_QUADS = 2000

        def many():
            for number in range(100_000):
                if number == 30:
                    print("busy", flush=True)
                yield numbered(number)

        kg = Store(sys.argv[1])
        if {how!r} == "add_all":
            kg.add_all(many())
        for one in many():
            kg.add(one)
    """
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), str(tmp_path / "kg")], stdout=subprocess.PIPE, env=environment()
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"busy\n"
        time.sleep(0.05)  # to end it in the midst of whatever it does then
        writer.send_signal(signal.SIGKILL)
    whole = len(quads(numbered(0)))
    found = graphs_of(tmp_path / "kg")
    assert len(found) >= 20
    assert {len(graph) for graph in found.values()} == {whole}
    with Store(tmp_path / "kg") as store:
        assert store.add(numbered(0)) == Change.UNCHANGED
        assert store.add(numbered(200_000)) == Change.ADDED
