/** What links into a document begin with, from its serial number `urn:uuid:…` and version; undefined without either. */
export function bomLinkOf(serialNumber: string | undefined, version = '1'): string | undefined {
  const [, serial] = /^urn:uuid:(.+)$/i.exec(serialNumber ?? '') ?? [];
  return serial === undefined ? undefined : `urn:cdx:${serial}/${version}`;
}
