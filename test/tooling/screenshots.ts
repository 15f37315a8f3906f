// `npm run screenshots -- --update` keeps how every story looks at 320 and 1280 px; without it, compares as the tests do.
import {spawnSync} from 'node:child_process';

const {status} = spawnSync(
  process.execPath,
  ['--import', 'tsx', '--test', 'test/tooling/storybook.test.ts'],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_NO_WARNINGS: '1',
      ...(process.argv.includes('--update') && {SURETY_PICTURES: 'update'}),
    },
  },
);
process.exitCode = status ?? 1;
