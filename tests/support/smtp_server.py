"""A mail server for tests, on a free port of the loopback interface, by aiosmtpd.

It prints one JSON line per event to standard output: first `{"port": ...}`, then a
`{"message": ...}` for each letter that it took. It stops when its standard input ends, so
that it never outlives the test that started it.

`smtp_server.py --make-certificates DIR` writes `ca.pem`, `server.pem` and `server.key` for
`localhost` instead.
"""

import argparse
import asyncio
import json
import logging
import pathlib
import ssl
import sys
import warnings

from aiosmtpd.smtp import SMTP, AuthResult

HOST = "127.0.0.1"


def tell(**event):
    print(json.dumps(event), flush=True)


class Mailroom:
    """Takes letters or refuses their recipients, as it was told."""

    def __init__(self, refusal):
        self.refusal = refusal

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.refusal:
            return self.refusal.replace("{address}", address)
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 recipient ok"

    async def handle_DATA(self, server, session, envelope):
        tell(
            message={
                "from": envelope.mail_from,
                "to": envelope.rcpt_tos,
                "encrypted": server.transport.get_extra_info("sslcontext") is not None,
                "authenticated": bool(session.authenticated),
                "content": envelope.content.decode("ascii"),
            }
        )
        return "250 2.0.0 queued as 4XYZ"


def authenticator(credentials):
    def check(server, session, envelope, mechanism, data):
        given = f"{data.login.decode()}:{data.password.decode()}"
        return AuthResult(success=given == credentials, handled=False)

    return check


async def silence(reader, writer):
    """Holds the connection until the client gives up, and never says a word."""
    await reader.read()
    writer.close()


async def serve(options):
    def trust(directory):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(pathlib.Path(directory, "server.pem"), pathlib.Path(directory, "server.key"))
        return context

    smtp = {"hostname": "localhost"}
    if options.starttls:
        smtp.update(tls_context=trust(options.starttls), require_starttls=True)
    if options.auth:
        smtp.update(
            authenticator=authenticator(options.auth), auth_required=True, auth_require_tls=bool(options.starttls)
        )
    mailroom = Mailroom(options.refuse)
    if options.hang:
        server = await asyncio.start_server(silence, HOST, options.port)
    else:
        server = await asyncio.get_running_loop().create_server(
            lambda: SMTP(mailroom, **smtp), HOST, options.port, ssl=trust(options.tls) if options.tls else None
        )
    tell(port=server.sockets[0].getsockname()[1])
    await asyncio.to_thread(sys.stdin.read)
    server.close()


def make_certificates(directory):
    import trustme

    authority = trustme.CA()
    server = authority.issue_cert("localhost", "127.0.0.1")
    authority.cert_pem.write_to_path(directory / "ca.pem")
    server.private_key_pem.write_to_path(directory / "server.key")
    for certificate in server.cert_chain_pems:
        certificate.write_to_path(directory / "server.pem", append=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--make-certificates", metavar="DIR", help="write certificates and stop")
    parser.add_argument("--port", type=int, default=0, help="serve on this port instead of a free one")
    parser.add_argument("--starttls", metavar="DIR", help="insist on STARTTLS, with the certificates there")
    parser.add_argument("--tls", metavar="DIR", help="speak TLS from the start, with the certificates there")
    parser.add_argument("--auth", metavar="USER:PASSWORD", help="ask for these credentials")
    parser.add_argument("--refuse", metavar="REPLY", help="answer this to every recipient")
    parser.add_argument("--hang", action="store_true", help="accept connections and say nothing")
    options = parser.parse_args()
    # What fails here fails on purpose, and a password without TLS is one of the cases.
    logging.disable()
    warnings.simplefilter("ignore")
    if options.make_certificates:
        make_certificates(pathlib.Path(options.make_certificates))
    else:
        asyncio.run(serve(options))


if __name__ == "__main__":
    main()
