import {usePrefix} from '../kernel/define.js';
import {prefix} from './prefix.js';

usePrefix(prefix);
