"""Two programmes on one file: the second says who writes and since when, follows what is written, and takes
over once the first has gone, as a person or as a power cut ends it.

test_deux.py PROGVILLE PROGVILLE-CLI DEMONSTRATION
"""
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys

from gi.repository import Gio

from desk import Desk, Screen, until

program, cli, demonstration = sys.argv[1:4]
TITLE = "En route vers l’emploi : mobilité et confiance en soi"
FIELD = "Région Hauts-de-France, Proposé"
path = pathlib.Path(os.environ["HOME"]) / "deux.progville"


def open_plan(desk):
    desk.page("Dossiers")
    desk.keys("ctrl+f")
    until("the search to listen", desk.is_typing)
    desk.keys("ctrl+a")
    desk.type("route vers l emploi")
    desk.find("panel", "1 dossier filtré")
    desk.click(desk.find("table cell", TITLE), double=True)
    desk.find("list", "Rubriques")
    desk.click(desk.find("list item", "Plan de financement"))
    desk.find("text", FIELD)


def accessibility_bus():
    """The bus of the session's accessibility, where both are seen."""
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    return session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress",
                             None, None, Gio.DBusCallFlags.NONE, -1, None).unpack()[0]


def second_session():
    """The same person's, as on another computer: the application is alone in each."""
    bus = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address=1"],
                           stdout=subprocess.PIPE, text=True)
    return bus, bus.stdout.readline().strip()


def take_over(desk):
    desk.press("Réessayer")
    desk.says("deux.progville — ouvert en écriture")


shutil.copy(demonstration, path)
bus, address = second_session()
screen = Screen()
there = {**screen.variables, "DBUS_SESSION_BUS_ADDRESS": address, "AT_SPI_BUS_ADDRESS": accessibility_bus()}

first = Desk(program, path)
first.says("deux.progville — ouvert en écriture")
open_plan(first)
second = Desk(program, path, **there)
second.says("deux.progville — ouvert en lecture seule")
until("who, where and since when", lambda: re.search(
    rf"modifie ce fichier sur la machine «\s{re.escape(socket.gethostname())}\s» depuis le \d", second.text()))

# what is typed there changes nothing, what is typed here is seen there
open_plan(second)
second.click(second.settled("text", FIELD))
second.keys("ctrl+a")
second.type("1")
second.keys("Return")
first.write(FIELD, "14500")
first.holds(FIELD, "14 500")
second.holds(FIELD, "14 500")  # neither the “1” nor what it was

# while the first holds it, another try says the same
second.press("Réessayer")
second.says("deux.progville — ouvert en lecture seule")

first.quit()
take_over(second)
second.write(FIELD, "13000")
second.holds(FIELD, "13 000")

# the other way round, and the lock of one who was stopped dead holds nobody
third = Desk(program, path)
third.says("deux.progville — ouvert en lecture seule")
second.kill()
take_over(third)
open_plan(third)
third.holds(FIELD, "13 000")
third.write(FIELD, "12500")
third.holds(FIELD, "12 500")
third.quit()
screen.close()
bus.terminate()
bus.wait()

check = subprocess.run([cli, "check", path], capture_output=True, text=True)
assert check.returncode in (0, 1), check.stdout + check.stderr
