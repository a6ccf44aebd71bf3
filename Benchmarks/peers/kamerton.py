"""Kamerton's own side of the comparison: its speed benchmark and its command line."""
import json
import os
import pathlib
import pty
import re
import shutil
import subprocess

STANDARD = """id: peers
title: Сто фраз
source: "сравнение с другими программами"
include:
  rules: peers
scorecard:
  pass: 75
  sections:
    - title: Речь
      criteria:
        - id: peers.phrases
          title: Сто фраз
          clause: "сравнение"
          weight: 1
          check: {findings: [jargon], free: 0, each: 1}
"""


def write_lexicons(folder, source, phrases):
    """All standards, and one more that looks for the phrases alone."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(source, folder)
    (folder / "peers").mkdir()
    (folder / "standards/peers.yaml").write_text(STANDARD)
    lines = "".join(f"      - '{phrase}'\n" for phrase in phrases)
    (folder / "peers/peers.yaml").write_text(
        "rules:\n  - id: jargon.peers\n    category: jargon\n    clause: \"сравнение\"\n"
        f"    severity: minor\n    phrases:\n{lines}")


def write_calls(folder, calls):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for call in calls:
        (folder / f"{call['id']}.json").write_text(json.dumps(call, ensure_ascii=False))


def speed(build, dictionary, lexicons, calls, last):
    """What the speed benchmark prints, up to the line that begins with `last`.

    A terminal of its own, so that every line comes when it is printed and the rest can be left out.
    """
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [build / "speed", dictionary, lexicons, calls], stdin=subprocess.DEVNULL, stdout=slave,
        stderr=subprocess.STDOUT)
    os.close(slave)
    rates, said = {}, []
    with os.fdopen(master, encoding="utf-8", errors="replace") as lines:
        try:
            for line in lines:
                said.append(line.strip())
                if found := re.match(r"(.*): (\d+) (?:tokens|words)/s", line):
                    rates[found[1]] = float(found[2])
                elif found := re.match(r"\d+ calls, (\d+) tokens, (\d+) words", line):
                    rates["tokens"], rates["words"] = int(found[1]), int(found[2])
                if line.startswith(last):
                    break
        except OSError:
            pass  # the end of a terminal's output
    process.terminate()
    process.wait()
    if not any(line.startswith(last) for line in said):
        raise SystemExit("the speed benchmark failed:\n" + "\n".join(said))
    return rates


def matches(build, lexicons, calls):
    """How many of the phrases are found in the calls."""
    lines = "".join(json.dumps(call, ensure_ascii=False) + "\n" for call in calls)
    output = subprocess.run(
        [build / "kamerton", "stream", "--standard", "peers"], input=lines.encode(), stdout=subprocess.PIPE,
        env=os.environ | {"KAMERTON_LEXICONS": str(lexicons)}, check=True).stdout
    return sum(len(json.loads(line)["findings"]) for line in output.splitlines())


def plain(call):
    """A call as it is, but every turn the operator's, so that every word is judged."""
    turns = [turn | {"speaker": "operator"} for turn in call["turns"]]
    return {"id": call["id"], "direction": call.get("direction"), "turns": turns}


def as_calls(words):
    """A list of words as calls, forty words a turn."""
    turns = [{"speaker": "operator", "text": " ".join(words[i:i + 40])} for i in range(0, len(words), 40)]
    return [{"id": "words", "turns": turns}]


def read_calls(folder):
    return [json.loads(path.read_text()) for path in sorted(pathlib.Path(folder).rglob("*.json"))]
