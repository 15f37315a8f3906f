import './provider/define.js';
