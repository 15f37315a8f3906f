/** Entry points that hold types only come out as this empty module. */
export {};
