import { XsdSchema } from '../xml/xsd-schema.ts';
import { type CycloneDxVersion, schemaFile } from './schemas.ts';

let licences: XsdSchema | undefined;
const schemas = new Map<CycloneDxVersion, XsdSchema>();

/** The XML Schema of a version; read once. */
export function xmlRules(version: CycloneDxVersion): XsdSchema {
  const known = schemas.get(version);
  if (known) return known;
  licences ??= new XsdSchema(schemaFile('spdx.SNAPSHOT.xsd'), []);
  const schema = new XsdSchema(schemaFile(`bom-${version}.SNAPSHOT.xsd`), [licences]);
  schemas.set(version, schema);
  return schema;
}
