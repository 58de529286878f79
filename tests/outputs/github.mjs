// Prints the workflow commands that @actions/core makes of [severity, properties, message]…, given
// as JSON on standard input.
//
//   node github.mjs FOLDER      FOLDER is a node_modules that holds @actions/core

import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';

const core = (file) => import(pathToFileURL(resolve(process.argv[2], '@actions/core/lib', file)));
const {issueCommand} = await core('command.js');
const {toCommandProperties} = await core('utils.js');
for (const [command, properties, message] of JSON.parse(readFileSync(0, 'utf8')))
  issueCommand(command, toCommandProperties(properties), message);
