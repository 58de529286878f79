// Reads {"schema": …, "values": [[NAME, VALUE], …]} on standard input and prints {NAME: [error, …]}
// of what ajv, which editors hold files to schemas with, finds wrong with each.
//
//   node rules.mjs FOLDER      FOLDER is a node_modules that holds ajv

import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join, resolve} from 'node:path';

const require = createRequire(join(resolve(process.argv[2]), 'here.js'));
const Ajv = require('ajv').default;
const {schema, values} = JSON.parse(readFileSync(0, 'utf8'));
// A keyword that ajv does not know is a misspelt one.
const ajv = new Ajv({allErrors: true, strictSchema: true, strictTypes: false});
const validate = ajv.compile(schema);
const errors = {};
for (const [name, value] of values)
  errors[name] = validate(value) ? [] : validate.errors.map((e) => `${e.instancePath} ${e.message}`);
console.log(JSON.stringify(errors));
