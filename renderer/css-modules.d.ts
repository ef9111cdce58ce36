// What importing a style sheet gives: class names by name. For the compiler only.
declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>;

  // biome-ignore lint/style/noDefaultExport: this is how the bundler hands them out
  export { classes as default };
}
declare module '*.css';
