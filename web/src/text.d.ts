// Text files are inlined by the bundler.
declare module "*.txt" {
  const text: string;
  export default text;
}
