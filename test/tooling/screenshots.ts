// Looks at every story at 320 and 1280 px: `npm run screenshots` compares with what was kept, `-- --update` keeps what it sees.
import {spawnSync} from 'node:child_process';

const isUpdate = process.argv.includes('--update');
const {status} = spawnSync(
  process.execPath,
  ['--import', 'tsx', '--test', 'test/tooling/storybook.test.ts'],
  {
    stdio: 'inherit',
    env: {...process.env, NODE_NO_WARNINGS: '1', SURETY_PICTURES: isUpdate ? 'update' : 'compare'},
  },
);
process.exitCode = status ?? 1;
