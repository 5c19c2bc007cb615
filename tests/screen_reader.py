"""Walks the main job as a screen reader meets it: over AT-SPI, by names and roles alone.

Called by tests/screen_reader.sh, which starts a display, a bus and the program. Opens the sample story, reads the
findings, opens the evidence of one, goes to the texts, to every other page, puts a report together and leaves it,
and asks of everything that can be pressed on the way whether it has a name. Prints what it met; ends with 1 where
something has no name or did not happen.
"""

import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

PRESSED = {
    Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.CHECK_BOX, Atspi.Role.RADIO_BUTTON,
    Atspi.Role.PAGE_TAB, Atspi.Role.LINK, Atspi.Role.COMBO_BOX, Atspi.Role.ENTRY, Atspi.Role.SLIDER,
    Atspi.Role.MENU_ITEM, Atspi.Role.SPIN_BUTTON,
}
PAGES = ["Read", "Compare", "Words", "People", "Headlines", "Articles", "Findings"]
faults = []
met = {}


def program():
    """The window of the program; none while it is not there."""
    desktop = Atspi.get_desktop(0)
    for at in range(desktop.get_child_count()):
        found = desktop.get_child_at_index(at)
        if found and "parallax" in (found.get_name() or "").lower():
            return found
    return None


def everything(node):
    """A node and all below it. What goes while it is looked at is left out."""
    if not node:
        return
    yield node
    try:
        children = [node.get_child_at_index(at) for at in range(node.get_child_count())]
    except Exception:
        return
    for child in children:
        yield from everything(child)


def name_of(node):
    """The name that is read out: its own, or of what labels it."""
    name = node.get_name() or ""
    if not name:
        for relation in node.get_relation_set() or []:
            if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
                name = relation.get_target(0).get_name() or ""
    return name


def look(where):
    """Everything on show, and a fault for what can be pressed and has no name."""
    nodes = []
    for node in everything(program()):
        try:
            role, name = node.get_role(), name_of(node)
        except Exception:  # It went while it was looked at.
            continue
        nodes.append((node, role, name))
        if role in PRESSED:
            met[role] = met.get(role, 0) + 1
            if not name.strip():
                faults.append(f"{where}: a {node.get_role_name()} has no name")
    return nodes


def wait(where, wanted, roles=None, seconds=60):
    """The first node whose name begins with `wanted`."""
    end = time.time() + seconds
    while time.time() < end:
        for node in everything(program()):
            try:
                if name_of(node).startswith(wanted) and (not roles or node.get_role() in roles):
                    return node
            except Exception:
                continue
        time.sleep(0.3)
    print(f"{where}: no “{wanted}”", file=sys.stderr)
    for node in everything(program()):
        print("   ", node.get_role_name(), repr(name_of(node))[:100], file=sys.stderr)
    sys.exit(1)


def press(where, wanted, roles=PRESSED):
    node = wait(where, wanted, roles)
    if Atspi.Action.get_n_actions(node) == 0:
        faults.append(f"{where}: “{wanted}” cannot be pressed")
        return
    Atspi.Action.do_action(node, 0)
    time.sleep(1.0)


def main():
    end = time.time() + 60
    while not program():
        if time.time() > end:
            sys.exit("the program is not on the bus of screen readers")
        time.sleep(0.3)
    wait("start", "Try the sample story", PRESSED)
    look("start")
    press("start", "Try the sample story")
    wait("findings", "The headline of The Quayside Star (B) is more sensational")
    look("findings")
    press("findings", "Show in text")
    wait("texts", "They're Killing Our Market")
    look("texts")
    for page in PAGES:
        press("pages", page, {Atspi.Role.PAGE_TAB})
        look(page)
    press("report", "Report…")
    wait("report", "Table of differences", PRESSED)
    look("report")
    press("report", "Close")
    for role, count in sorted(met.items(), key=lambda item: -item[1]):
        print(f"{count:5} × {Atspi.role_get_name(role)}")
    for fault in sorted(set(faults)):
        print("FAULT", fault)
    sys.exit(1 if faults else 0)


main()
