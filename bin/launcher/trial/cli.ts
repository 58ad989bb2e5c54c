/** Stands in for the command in the launcher's tests: repeats its arguments and its input, ends with code 7. */
import { text } from 'node:stream/consumers';

console.log([...process.argv.slice(2), await text(process.stdin)].join('|'));
process.exitCode = 7;
