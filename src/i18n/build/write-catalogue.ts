import {writeCatalogue} from './catalogue.js';

writeCatalogue();
