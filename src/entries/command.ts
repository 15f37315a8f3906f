#!/usr/bin/env node
import {runCommand} from '../conformance/command.js';

process.exitCode = await runCommand(process.argv.slice(2), {
  env: process.env,
  write: text => void process.stdout.write(text),
});
