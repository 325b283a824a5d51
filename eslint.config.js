import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist/", "index/", "state/", "models/", "**/*.cjs"] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ["eslint.config.js"] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "max-lines": ["error", { max: 250, skipBlankLines: true }],
      "max-lines-per-function": ["error", { max: 40, skipBlankLines: true, skipComments: true }],
      "max-params": ["error", 4],
      complexity: ["error", 10],
      "max-depth": ["error", 3],
      "no-console": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      // Numbers in messages are what a template literal is for.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },
  {
    // Settings are read once, at the front door; everything else is handed what it needs.
    files: ["src/**/*.ts"],
    ignores: ["src/index.ts"],
    rules: {
      "no-restricted-properties": [
        "error",
        { object: "process", property: "env", message: "Settings come from src/config.ts." },
        { object: "process", property: "exit", message: "Only src/index.ts ends the process." },
      ],
    },
  },
  {
    // The boundary checker sees imports, not globals.
    files: ["src/**/*.ts"],
    ignores: ["src/surfaces/**"],
    rules: {
      "no-restricted-globals": [
        "error",
        { name: "fetch", message: "Only a surface may open a socket." },
      ],
    },
  },
  {
    // A describe block is a list, not a function to keep short.
    files: ["test/**/*.ts"],
    rules: { "max-lines-per-function": "off" },
  },
  { files: ["**/*.js"], ...tseslint.configs.disableTypeChecked },
);
