import type { Component } from '../../component.ts';
import {
  isObject,
  type JsonObject,
  type JsonValue,
  objectsAt,
  textAt,
  textOrNumberAt,
} from '../json/json-value.ts';
import { expressionProblem } from '../licence-expression.ts';
import type { OperatingSystem } from '../operating-system.ts';
import { purlProblem } from '../package-url.ts';
import { notOfType, unknownLicence, unknownPurl, unreadComponent } from '../problem.ts';
import { applyToolProperties } from '../tool-properties.ts';
import type { Warnings } from '../warnings.ts';

/**
 * A component as the JSON notation writes it (the XML reader brings its elements into the same shape).
 * What cannot be understood is left out with a warning; undefined only where nothing could be matched.
 */
export function componentOf(value: JsonValue, place: string, warnings: Warnings): Component | undefined {
  if (!isObject(value)) {
    warnings.unread(unreadComponent(notOfType(value, 'object').message), place);
    return undefined;
  }
  const name = textOrNumberAt(value, 'name');
  const purl = textAt(value, 'purl')?.trim();
  const ref = textAt(value, 'bom-ref');
  const called = name ?? purl ?? ref;
  if (called === undefined) {
    warnings.unread(
      unreadComponent({
        ja: '名前もパッケージ URL も識別子もない',
        en: 'it has neither name nor package URL nor identifier',
      }),
      place,
    );
    return undefined;
  }
  const why = purl && purlProblem(purl);
  if (why) warnings.unread(unknownPurl(purl, why), `${place}/purl`);
  const component: Component = {
    name: called,
    licences: licencesOf(value, place, warnings),
    hashes: hashesOf(value),
  };
  const version = textOrNumberAt(value, 'version');
  const group = textOrNumberAt(value, 'group');
  const cpe = textAt(value, 'cpe');
  const supplier = textAt(value.supplier, 'name');
  const scope = scopeOf(value);
  if (group !== undefined) component.group = group;
  if (version !== undefined) component.version = version;
  if (purl !== undefined) component.purl = purl;
  if (cpe !== undefined) component.cpe = cpe;
  if (supplier !== undefined) component.supplier = supplier;
  if (scope !== undefined) component.scope = scope;
  if (ref !== undefined) component.ref = ref;
  if (isOperatingSystem(value)) component.isOperatingSystem = true;
  applyToolProperties(component, propertiesOf(value));
  return component;
}

/** The operating system that a component represents; undefined for other components. */
export function operatingSystemOf(value: JsonValue | undefined): OperatingSystem | undefined {
  if (!isOperatingSystem(value)) return undefined;
  const properties = new Map(propertiesOf(value as JsonObject));
  const name = properties.get('syft:distro:id') || textAt(value, 'name');
  const version = properties.get('syft:distro:versionID') || textOrNumberAt(value, 'version');
  return name === undefined || version === undefined ? undefined : { name, version };
}

function isOperatingSystem(value: JsonValue | undefined): boolean {
  return textAt(value, 'type') === 'operating-system';
}

function propertiesOf(value: JsonObject): [name: string, value: string][] {
  return objectsAt(value, 'properties').map((property) => [
    textAt(property, 'name') ?? '',
    textAt(property, 'value') ?? '',
  ]);
}

function scopeOf(value: JsonObject): Component['scope'] {
  const { scope } = value;
  return scope === 'required' || scope === 'optional' || scope === 'excluded' ? scope : undefined;
}

function hashesOf(value: JsonObject): Component['hashes'] {
  const hashes: Component['hashes'] = [];
  for (const hash of objectsAt(value, 'hashes')) {
    const algorithm = textAt(hash, 'alg');
    const content = textAt(hash, 'content');
    if (algorithm !== undefined && content !== undefined) hashes.push({ algorithm, value: content });
  }
  return hashes;
}

function licencesOf(value: JsonObject, place: string, warnings: Warnings): string[] {
  const licences: string[] = [];
  for (const [index, choice] of objectsAt(value, 'licenses').entries()) {
    const expression = textAt(choice, 'expression');
    const licence = expression ?? textAt(choice.license, 'id') ?? textAt(choice.license, 'name');
    const problem = expression && expressionProblem(expression);
    if (problem) warnings.unread(unknownLicence(expression, problem), `${place}/licenses/${index}`);
    if (licence !== undefined) licences.push(licence);
  }
  return licences;
}
