/**
 * The house plan, as rules. A room may open a door only to rooms on its left:
 *
 *   corpus -> articles -> passages -> embedding -> indexing -> search -> answer -> surfaces
 *
 * `app.ts` wires the rooms together and `index.ts` is the front door; nothing imports either.
 */
const rooms = [
  "corpus",
  "articles",
  "passages",
  "embedding",
  "indexing",
  "search",
  "answer",
  "surfaces",
];

const oneWay = rooms.slice(0, -1).map((room, i) => ({
  name: `${room}-looks-left-only`,
  comment: `src/${room}/ may not import a later stage (${rooms.slice(i + 1).join(", ")}).`,
  severity: "error",
  from: { path: `^src/${room}/` },
  to: { path: `^src/(${rooms.slice(i + 1).join("|")})/` },
}));

/** The rooms inside `src/articles/`, in the order in which a page goes through them. */
const articleRooms = ["learned", "lines", "runs", "blocks", "links", "headlines", "ways", "texts"];

const oneWayInArticles = articleRooms.slice(0, -1).map((room, i) => ({
  name: `articles-${room}-looks-left-only`,
  comment: `src/articles/${room}/ may not import a later step (${articleRooms.slice(i + 1).join(", ")}).`,
  severity: "error",
  from: { path: `^src/articles/${room}/` },
  to: { path: `^src/articles/(${articleRooms.slice(i + 1).join("|")})/` },
}));

/** The rooms inside `src/surfaces/telegram/`: each may use those before it. */
const botRooms = ["inbox", "chats", "words", "wire", "writing", "talk"];

const oneWayInBot = botRooms.slice(0, -1).map((room, i) => ({
  name: `bot-${room}-looks-left-only`,
  comment: `src/surfaces/telegram/${room}/ may not import ${botRooms.slice(i + 1).join(", ")} or what runs the bot.`,
  severity: "error",
  from: { path: `^src/surfaces/telegram/${room}/` },
  to: { path: `^src/surfaces/telegram/((${botRooms.slice(i + 1).join("|")})/|[^/]+[.]ts$)` },
}));

module.exports = {
  forbidden: [
    ...oneWay,
    ...oneWayInArticles,
    ...oneWayInBot,
    {
      name: "inbox-is-for-every-bot",
      comment:
        "The durable inbox knows nothing of Baowen: another grammY bot could take it as it is.",
      severity: "error",
      from: { path: "^src/surfaces/telegram/inbox/" },
      to: { path: "^src/", pathNot: "^src/surfaces/telegram/inbox/" },
    },
    {
      name: "no-circular",
      comment: "Two files that import each other are one file in disguise. Types count.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "query-side-never-builds",
      comment:
        "Search, answer and surfaces read the built index. They may use the nouns (article.ts, passage.ts) " +
        "of the build side and the one way to fold Chinese scripts, not its machinery.",
      severity: "error",
      from: { path: "^src/(search|answer|surfaces)/" },
      to: {
        path: "^src/(corpus|articles|passages)/",
        pathNot:
          "^src/(corpus/(page|simplified)|articles/(article|segmentation|lines/line-role)|passages/(passage|sentences))[.]ts$",
      },
    },
    {
      name: "surfaces-see-answers-only",
      comment:
        "A surface renders an Answer (the CLI also Hits). If it needs more, widen answer/, do not reach past it.",
      severity: "error",
      from: { path: "^src/surfaces/" },
      to: {
        path: "^src/(embedding|indexing|search)/",
        pathNot: "^src/search/(retriever|hit)[.]ts$",
      },
    },
    {
      name: "surfaces-are-strangers",
      comment: "Telegram, web and CLI do not import each other.",
      severity: "error",
      from: { path: "^src/surfaces/([^/]+)/" },
      to: { path: "^src/surfaces/", pathNot: "^src/surfaces/$1/" },
    },
    {
      name: "front-door-is-not-a-room",
      severity: "error",
      from: { pathNot: "^src/index[.]ts$" },
      to: { path: "^src/(index|app)[.]ts$" },
    },
    {
      name: "network-stays-in-surfaces",
      comment: "The corpus, the model and the index are local. Only a surface may open a socket.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/surfaces/" },
      to: { path: "^(node:)?(https?|net|tls|dgram|dns)$" },
    },
    {
      name: "telegram-library-in-one-room",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/surfaces/telegram/" },
      to: { path: "(^|node_modules/)(grammy|@grammyjs)(/|$)" },
    },
    {
      name: "no-utils",
      comment: "Name the file for what it knows. `utils` knows nothing.",
      severity: "error",
      from: {},
      to: { path: "^src/.*(utils?|helpers?|common|misc|shared|types)([.]ts|/)" },
    },
    {
      name: "not-to-unresolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "no-orphans",
      severity: "error",
      from: { orphan: true, path: "^src/" },
      to: {},
    },
    {
      name: "src-never-sees-test",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^test/", dependencyTypesNot: ["npm"] },
    },
    {
      name: "no-dev-dependency-in-src",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      extensions: [".ts", ".js"],
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
