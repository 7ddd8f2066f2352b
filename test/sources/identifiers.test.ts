import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {contracts} from "../../src/sources/contract/index.ts";
import {identifierKind} from "../../src/sources/identifiers.ts";
import {identifyingName} from "../../src/sources/identifying_names.ts";

describe("a cell", () => {
  it.each([
    ["jo@example.org", "an e-mail address"],
    ["jo.smith+iop@mail.example.co.uk", "an e-mail address"],
    ["a@b.c", "an e-mail address"],
    ["123-45-6789", "a social security number"],
    ["000-00-0000", "a social security number"],
    ["312-555-0142", "a telephone number"],
    ["(312) 555-0142", "a telephone number"],
    ["(312)555-0142", "a telephone number"],
    ["312.555.0142", "a telephone number"],
    ["312 555 0142", "a telephone number"],
    ["1-312-555-0142", "a telephone number"],
    ["+1 312 555 0142", "a telephone number"],
    ["+1 (312) 555-0142", "a telephone number"],
    ["312-555-0142 x12", "a telephone number"],
    ["312-555-0142 ext. 12", "a telephone number"],
    ["1980-02-01", "a full date"],
    ["2026-99-99", "a full date"],
    ["1/2/1980", "a full date"],
    ["01/02/1980", "a full date"]
  ])("%j outside a date column is %s", (cell, kind) => {
    expect(identifierKind(cell, false)).toBe(kind);
  });

  it.each([
    "",
    "c-000123",
    "3125550142",
    "123456789",
    "123-456-789",
    "12-345-6789",
    "555-0142",
    "1234-555-0142",
    "2026-01",
    "2026-01-05T10:30",
    "1/2/80",
    "2026/01/05",
    "jo at example.org",
    "a@b",
    "group @ north.example",
    " 123-45-6789",
    "123-45-6789 ",
    "the 312-555-0142 line",
    "5f2b3c4d-1a2b-4c3d-8e9f-001122334455"
  ])("%j is no identifier", (cell) => {
    expect(identifierKind(cell, false)).toBeNull();
  });

  it("may be a full date in a date column, and nothing else", () => {
    expect(identifierKind("1980-02-01", true)).toBeNull();
    expect(identifierKind("1/2/1980", true)).toBeNull();
    expect(identifierKind("123-45-6789", true)).toBe("a social security number");
    expect(identifierKind("312-555-0142", true)).toBe("a telephone number");
    expect(identifierKind("jo@example.org", true)).toBe("an e-mail address");
  });

  it("with digits and separators in the places of a social security number is always found", () => {
    const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
    fc.assert(
      fc.property(digits(3), digits(2), digits(4), (area, group, serial) => {
        expect(identifierKind(`${area}-${group}-${serial}`, false)).toBe("a social security number");
      })
    );
  });
});

describe("the name of an unknown column", () => {
  it.each([
    ["a name", "name client_name ClientName first_name firstname LastName lname surname full-name 'Patient Name'"],
    [
      "a birth date",
      "dob DOB patientDOB birth_date birthdate date_of_birth DateOfBirth birthday client_birth_dt born_on"
    ],
    ["a social security number", "ssn SSN client_ssn ssn4 social_security social_security_number SocialSecurityNo"],
    ["a medical record number", "mrn MRN patient_mrn medical_record_number medrec_no MedicalRecordNumber chart_number"],
    ["an e-mail address", "email e_mail E-Mail email_address home_email contactemail"],
    [
      "a telephone number",
      "phone Phone# phone_number home_phone cellphone telephone mobile cell fax tel mobile_number"
    ],
    ["an address", "address street_address address1 address_line_2 Addr home_addr street HomeAddress"],
    ["a full ZIP code", "zip zipcode zip_code ZIP5 zip9 postal_code PostalCode postcode client_zip"],
    [
      "a member id",
      "member_id MemberID member_no subscriber_id medicaid_id MedicaidNumber insurance_id policy_number mbi"
    ]
  ])("says that it holds %s", (kind, names) => {
    const found = [...names.matchAll(/'([^']+)'|\S+/g)].map(([whole, quoted]) => quoted ?? whole);
    expect(found.map((name) => [name, identifyingName(name)])).toEqual(found.map((name) => [name, kind]));
  });

  it("says nothing of the kind where it only sounds so", () => {
    const harmless =
      "room region notes zip3 zip_3 birth_year sex_at_birth country_of_birth members group_size social_functioning " +
      "needs_addressed voicemail mobile_crisis cellular telehealth policy payment_plan enrollment_number tournament mode insurance_type";
    const found = harmless.split(" ");
    expect(found.filter((name) => identifyingName(name) !== null)).toEqual([]);
  });

  it("is never one of the delivery format's own, but for the name of a program", () => {
    const own = contracts.flatMap(({columns}) => columns.map(({name}) => name));
    expect(own.filter((name) => identifyingName(name) !== null)).toEqual(["name"]);
    expect(["_delete", "_problem", "_hint"].filter((name) => identifyingName(name) !== null)).toEqual([]);
  });
});
