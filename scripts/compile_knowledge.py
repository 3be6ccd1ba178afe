"""Write what is loaded at run time, and the schema of dossiers, from the data files in src/sayso/link/knowledge."""

from __future__ import annotations

import json

from sayso.link.dossier_schema import schema
from sayso.link.knowledge_files import compiled, folder

if __name__ == "__main__":
    (folder() / "compiled.json").write_text(
        json.dumps(compiled(), ensure_ascii=False, indent=0) + "\n", encoding="utf-8"
    )
    (folder() / "dossier.schema.json").write_text(json.dumps(schema(), indent=2) + "\n", encoding="utf-8")
