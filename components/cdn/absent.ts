// Stands in for packages that jsPDF asks for only in functions this kit never calls (html(), addSvgAsImage(), PNG images).
const absent = undefined;

export default absent;
export const decode = absent;
