/** Version of this kit; the build checks that it equals `package.json`. */
export const VERSION = '0.2.0';

/** Major version of the API that this kit speaks. */
export const API_MAJOR = 1;
