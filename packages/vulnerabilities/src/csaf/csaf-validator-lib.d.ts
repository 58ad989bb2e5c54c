/** The parts of the validator library that tests use; it ships no declarations. */
declare module '@secvisogram/csaf-validator-lib/mandatoryTests.js';
declare module '@secvisogram/csaf-validator-lib/schemaTests.js';
declare module '@secvisogram/csaf-validator-lib/validate.js' {
  interface TestResult {
    name: string;
    errors: { instancePath: string; message?: string }[];
  }
  export default function validate(tests: unknown[], document: unknown): Promise<{ tests: TestResult[] }>;
}
