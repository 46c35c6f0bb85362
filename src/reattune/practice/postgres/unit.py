"""The unit by which systemd serves a shared practice, with as few rights as it needs."""

import shlex
import sys
from collections.abc import Iterable
from pathlib import Path

TEXT = """\
# Put this into /etc/systemd/system/reattune.service, then:
#   systemd-ask-password -n | systemd-creds encrypt --name=passphrase - /etc/reattune.passphrase
#   systemctl daemon-reload && systemctl enable --now reattune
# The passphrase lies there sealed for this computer alone. See docs/clinic.md.
[Unit]
Description=Reattune, a practice that several people share
After=network.target postgresql.service
Wants=postgresql.service

[Service]
User=reattune
Group=reattune
UMask=0077
LoadCredentialEncrypted=passphrase:/etc/reattune.passphrase
ExecStart={command}
KillSignal=SIGTERM
TimeoutStopSec=30
Restart=on-failure
RestartSec=5
LimitCORE=0
MemorySwapMax=0
NoNewPrivileges=yes
CapabilityBoundingSet=
ProtectSystem=strict
ProtectHome=yes
ReadWritePaths={home}
PrivateTmp=yes
PrivateDevices=yes
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectKernelLogs=yes
ProtectControlGroups=yes
ProtectClock=yes
ProtectHostname=yes
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6
RestrictNamespaces=yes
RestrictSUIDSGID=yes
LockPersonality=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service

[Install]
WantedBy=multi-user.target
"""


def unit(home: Path, database: str, bind: str, names: Iterable[str]) -> str:
    """Return the unit.

    Args:
        home: The practice's folder.
        database: The address of its database.
        bind: The address and port to listen at.
        names: The names by which a proxy leads there.
    """
    program = Path(sys.executable).with_name("reattune")
    words = [str(program), "serve", "--home", str(home), "--database", database, "--bind", bind]
    words += [word for name in names for word in ("--host", name)]
    # A per cent sign begins something that systemd fills in.
    command = " ".join(shlex.quote(word).replace("%", "%%") for word in words)
    return TEXT.format(command=command, home=str(home).replace("%", "%%"))
