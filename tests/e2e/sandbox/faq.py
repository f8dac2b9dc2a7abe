"""Goes through the vendor's FAQ, against a sandbox with the demo company.

Usage: SQLACC_ENVIRONMENT=ENVIRONMENT.json python faq.py
"""

import os
import unittest

from client import Client

ENVIRONMENT = os.environ["SQLACC_ENVIRONMENT"]


def message(answer):
    return answer["error"]["message"]


class Faq(unittest.TestCase):
    def setUp(self):
        self.client = Client(ENVIRONMENT)
        self.addCleanup(self.client.close)
        self.made = []

    def tearDown(self):
        for target in reversed(self.made):
            self.client.ok("DELETE", target)

    def create(self, resource, body, key="dockey"):
        record = self.client.ok("POST", f"/{resource}", body)
        self.made.append(f"/{resource}/{record[key]}")
        return record

    def invoice(self, rows):
        head = {"docno": "", "docdate": "2026-01-22", "code": "300-A0001"}
        return self.create("salesinvoice", head | {"sdsdocdetail": rows})

    def row(self, item, quantity, **more):
        return {"itemcode": item, "qty": quantity, "unitprice": "10.00"} | more

    def test_the_agent_that_the_vendor_suggests_first(self):
        page = self.client.ok("GET", "/agent?offset=0")
        self.assertEqual(page["pagination"]["offset"], 0)
        self.assertEqual(page["data"][0]["code"], "----")

    def test_three_ways_to_get(self):
        made = self.invoice([self.row("ANT-001", 1)])
        number, key = made["docno"], made["dockey"]
        listed = self.client.ok("GET", f"/salesinvoice?offset=0&docno={number}")["data"]
        self.assertEqual([one["dockey"] for one in listed], [key])
        self.assertNotIn("sdsdocdetail", listed[0])
        starred = self.client.ok("GET", f"/salesinvoice/*?docno={number}")["data"]
        self.assertEqual(len(starred[0]["sdsdocdetail"]), 1)
        read = self.client.ok("GET", f"/salesinvoice/{key}")["data"]
        self.assertEqual(read, starred)
        # The samples write the names of parameters as they like, and a slash before the query.
        self.assertEqual(self.client.ok("GET", f"/salesinvoice/?DocNo={number}")["data"], listed)

    def test_the_signature_in_the_query(self):
        client = Client(ENVIRONMENT, in_query=True)
        self.addCleanup(client.close)
        self.assertEqual(client.ok("GET", "/customer/300-A0001")["data"][0]["code"], "300-A0001")

    def test_updatecount_2_to_3_is_accepted_and_2_to_2_refused(self):
        made = self.invoice([self.row("ANT-001", 1)])
        target = f"/salesinvoice/{made['dockey']}"
        for count in (1, 2):
            self.client.ok("PUT", target, {"updatecount": count, "docref1": f"R{count}"})
        fetched = self.client.ok("GET", target)["data"][0]["updatecount"]
        self.assertEqual(fetched, 2)
        status, answer = self.client.send("PUT", target, {"updatecount": fetched, "docref1": "X"})
        self.assertEqual(status, 400)
        self.assertIn("Record has been changed by another user", message(answer))
        changed = self.client.ok("PUT", target, {"updatecount": fetched + 1, "docref1": "Y"})
        self.assertEqual((changed["updatecount"], changed["docref1"]), (3, "Y"))

    def test_rows_are_edited_by_dtlkey(self):
        made = self.invoice([self.row("ANT-001", 1), self.row("CBL-305", 2), self.row("RJ4-100", 3)])
        first, second, _ = (row["dtlkey"] for row in made["sdsdocdetail"])
        rows = [
            {"dtlkey": first, "qty": 7},
            {"dtlkey": second},
            self.row("ANT-001", 4),
            self.row("ANT-001", 5, dtlkey=-1),
            self.row("ANT-001", 6, dtlkey=987654321),
        ]
        body = {"updatecount": 1, "sdsdocdetail": rows}
        changed = self.client.ok("PUT", f"/salesinvoice/{made['dockey']}", body)
        stored = changed["sdsdocdetail"]
        self.assertEqual([float(row["qty"]) for row in stored], [7, 2, 4, 5, 6])
        self.assertEqual([row["dtlkey"] for row in stored][:2], [first, second])
        self.assertEqual(len({row["dtlkey"] for row in stored}), 5)
        self.assertNotIn(987654321, [row["dtlkey"] for row in stored])
        self.assertEqual(changed["docamt"], "240.00")
        kept = self.client.ok("PUT", f"/salesinvoice/{made['dockey']}", {"updatecount": 2, "docref2": "Z"})
        self.assertEqual(kept["sdsdocdetail"], stored)

    def test_paging_over_120_records_loses_and_repeats_nothing(self):
        wanted = {f"PAGE-{number:03}" for number in range(120)}
        for code in sorted(wanted):
            self.create("agent", {"code": code, "description": "Paging"}, key="code")
        seen = []
        for offset in range(0, 1000, 50):
            page = self.client.ok("GET", f"/agent?offset={offset}")["data"]
            self.assertLessEqual(len(page), 50)
            seen += [agent["code"] for agent in page]
            if len(page) < 50:
                break
        self.assertEqual(len(seen), len(set(seen)))
        self.assertLessEqual(wanted, set(seen))

    def test_wildcards_and_ranges(self):
        codes = [one["code"] for one in self.client.ok("GET", "/customer?offset=0&code=300-A*")["data"]]
        self.assertIn("300-A0001", codes)
        self.assertTrue(all(code.startswith("300-A") for code in codes))
        days = self.client.ok("GET", "/salesinvoice?docdate=2026-01-01~2026-01-31")["data"]
        self.assertTrue(days)
        self.assertTrue(all("2026-01-01" <= one["docdate"] <= "2026-01-31" for one in days))

    def test_keys_with_reserved_characters(self):
        self.create("terms", {"code": "7 +*& %", "description": "Odd"}, key="code")
        self.made.pop()
        target = "/terms/7%20%2B%2A%26%20%25"
        self.assertEqual(self.client.ok("GET", target)["data"][0]["code"], "7 +*& %")
        self.client.ok("DELETE", target)

    def test_what_is_not_there(self):
        status, answer = self.client.send("GET", "/customer/300-NOBODY")
        self.assertEqual(status, 400)
        self.assertIn("No record found", message(answer))
        status, answer = self.client.send("GET", "/grn")
        self.assertEqual(status, 404)
        self.assertIn(b"<", answer)


if __name__ == "__main__":
    unittest.main()
