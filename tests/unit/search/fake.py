"""An archive in memory that answers what the index asks, and a site that takes its answers."""

from dataclasses import replace
from hashlib import sha256

from plugins.search import answers, index, name_files, segment_files


class Results:
    """Kept between builds, as the store keeps them."""

    def __init__(self):
        self.rows = {}

    def get(self, kind, key):
        return self.rows.get((kind, bytes(key)))

    def put(self, kind, key, data):
        self.rows[kind, bytes(key)] = bytes(data)

    def get_many(self, kind, keys):
        return {key: self.rows[kind, key] for key in keys if (kind, key) in self.rows}

    def keep(self, kind, keys):
        kept = {(kind, bytes(key)) for key in keys}
        self.rows = {key: row for key, row in self.rows.items() if key[0] != kind or key in kept}


def filed(each):
    return each.added.isoformat() if each.added else "", each.id


class Archive:
    """Documents and names by id."""

    def __init__(self, documents=(), names=(), results=None):
        self.documents = {each.id: each for each in documents}
        self.records = {each.entity: each for each in names}
        self.results = results or Results()
        self.before = {}
        self.named = {}

    def accessions(self, start=0):
        for each in sorted(self.documents.values(), key=filed)[start:]:
            shown = replace(each, id="", added=None)
            yield each.id, filed(each)[0], sha256(repr(shown).encode()).digest()[:16]

    def count(self):
        return len(self.documents)

    def unchanged(self):
        ids = self.before.keys() | self.documents.keys()
        pairs = [(self.before.get(id_), self.documents.get(id_)) for id_ in ids]
        changed = [filed(one) for pair in pairs if pair[0] != pair[1] for one in pair if one]
        first = min(changed, default=("~", ""))
        return sum(filed(each) < first for each in self.documents.values())

    def chronology(self, ids):
        return sorted(ids, key=lambda id_: (self.documents[id_].day, id_))

    def document(self, id_):
        return self.documents[id_]

    def former(self, id_):
        return self.before[id_]

    def body(self, id_):
        return self.documents[id_].body

    def names(self):
        used = {label.entity for each in self.documents.values() for label in each.labels}
        return tuple(self.records[entity] for entity in sorted(used & self.records.keys()))

    def renamed(self):
        old, new = self.named, {each.entity: each for each in self.names()}
        differ = sorted(entity for entity in old | new if old.get(entity) != new.get(entity))
        return [old[each] for each in differ if each in old], [
            new[each] for each in differ if each in new
        ]

    def name(self, entity):
        return self.records[entity]


def files(archive, given):
    """What the answers offer as {path: bytes}, and what they leave out."""
    offered, left = {}, []
    for answer in given:
        match answer:
            case answers.Segment():
                offered |= dict(segment_files.whole(archive, answer))
            case answers.Names():
                offered |= dict(name_files.whole(archive, answer.version))
            case answers.Made():
                offered[answer.path] = answer.data
            case answers.Ready():  # a folder with all that is in it
                left.append(answer.path)
                offered |= {file.path: file.data for file in answer.files}
            case answers.Left():
                left.append(answer.path)
    archive.before = dict(archive.documents)
    archive.named = {each.entity: each for each in archive.names()}
    return offered, left


def build(documents, names=()):
    """All files of an index."""
    archive = Archive(documents, names)
    return files(archive, index.whole(archive))[0]


def update(archive, site):
    """The site after a build that costs what the change costs."""
    return changed(archive, site, index.change(archive, index.published(archive)))


def changed(archive, site, given):
    """The site with what the answers offer, and without what they leave out."""
    offered, left = files(archive, given)
    kept = {path: data for path, data in site.items() if not gone(path, left)}
    return kept | offered


def gone(path, left):
    return any(path == each or (each.endswith("/") and path.startswith(each)) for each in left)
