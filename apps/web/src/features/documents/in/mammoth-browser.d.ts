/** The build that has all it needs within it; the package describes only the other one. */
declare module 'mammoth/mammoth.browser.js' {
  import mammoth from 'mammoth';

  export default mammoth;
}
