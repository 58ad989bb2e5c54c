import { z } from 'zod';

/** Formats that limit the length by themselves. */
const fixedFormats = [z.ZodISODate, z.ZodUUID, z.ZodEnum, z.ZodLiteral, z.ZodNumber, z.ZodBoolean];

/**
 * Paths of a schema's texts and lists without a longest length. All input must be bounded, so a schema of a
 * kind or form with such a path is a mistake.
 */
export function unboundedPaths(schema: z.ZodType, path = ''): string[] {
  const within = (inner: unknown, step: string) => unboundedPaths(inner as z.ZodType, `${path}${step}`);
  if (fixedFormats.some((format) => schema instanceof format)) return [];
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return within(schema.unwrap(), '');
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, inner]) => within(inner, `.${name}`));
  if (schema instanceof z.ZodRecord)
    return [...within(schema.keyType, '{key}'), ...within(schema.valueType, '{}')];
  if (schema instanceof z.ZodArray)
    return [...(isBounded(schema) ? [] : [`${path}[]`]), ...within(schema.element, '[]')];
  if (schema instanceof z.ZodUnion)
    return schema.options.flatMap((option, index) => within(option, `|${index}`));
  return isBounded(schema) ? [] : [path || '(itself)'];
}

function isBounded({ def }: z.ZodType): boolean {
  const checks = (def as { checks?: z.core.$ZodCheck[] }).checks ?? [];
  return checks.some(({ _zod }) => _zod.def.check === 'max_length' || _zod.def.check === 'length_equals');
}
