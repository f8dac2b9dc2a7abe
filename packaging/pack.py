"""Writes a folder as an archive: names in order, one time, nothing of the machine or the user.

Usage: pack.py PARENT NAME ARCHIVE, which ends in .zip or .tar.gz; the time comes from SOURCE_DATE_EPOCH.
"""

import gzip
import io
import os
import sys
import tarfile
import time
import zipfile
from pathlib import Path

parent, name, archive = sys.argv[1:]
epoch = int(os.environ["SOURCE_DATE_EPOCH"])


def files():
    for file in sorted(Path(parent, name).rglob("*")):
        if file.is_file():
            is_program = file.parent.name == name and file.stem == "sqlacc-postman"
            yield file.relative_to(parent).as_posix(), file.read_bytes(), 0o755 if is_program else 0o644


if archive.endswith(".zip"):
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as pack:
        for path, data, mode in files():
            entry = zipfile.ZipInfo(path, time.gmtime(epoch)[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = mode << 16
            pack.writestr(entry, data)
else:
    with open(archive, "wb") as out, gzip.GzipFile("", "wb", 9, out, mtime=0) as zipped:
        with tarfile.open(fileobj=zipped, mode="w", format=tarfile.USTAR_FORMAT) as pack:
            for path, data, mode in files():
                entry = tarfile.TarInfo(path)
                entry.size, entry.mode, entry.mtime = len(data), mode, epoch
                pack.addfile(entry, io.BytesIO(data))
