import {usePrefix} from '../shared/define.js';
import {prefix} from './prefix.js';

usePrefix(prefix);
