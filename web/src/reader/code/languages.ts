// How the languages of programs are written. One line or two for each; names as in class="language-…".

import { comment, grammar, lineComment, quoted, raw, wholeLine, type Grammar, type Hole, type Span } from "./grammar.js";

const slashes = [lineComment("//"), comment("/*", "*/")];
const nestedSlashes = [lineComment("//"), comment("/*", "*/", true)];
const quotes = [quoted('"'), quoted("'")];
const tripled = [quoted('"""', { lines: true }), quoted("'''", { lines: true })];
const character: Span = quoted("'", { character: true });
const hash = lineComment("#", "space");
const braces = (open: string): Hole => ({ open, bracket: "{", close: "}" });
const parentheses = (open: string): Hole => ({ open, bracket: "(", close: ")" });
const template = quoted("`", { lines: true, hole: braces("${") });
const withHoles = (open: string): Span => quoted(open, { lines: true, hole: braces("#{") });

const cWords = "auto break case const continue default do else enum extern for goto if inline register return sizeof static struct switch typedef union volatile while";
const cTypes = "bool char double float int long short signed unsigned void size_t ssize_t int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t";
const jsWords =
  "as async await break case catch class const continue debugger default delete do else export extends finally for from function get if import in instanceof let new of return set static switch throw try typeof var void while with yield";
const values = "true false null";

const c = grammar({
  spans: [...slashes, quoted('"'), character, wholeLine("#", "meta")],
  words: { keyword: cWords, type: cTypes, number: "NULL nullptr true false" },
  declares: { type: "struct enum union" },
  calls: true,
  capitals: true,
});

const cpp = grammar({
  spans: [...slashes, quoted('"'), raw('R"(', ')"'), character, wholeLine("#", "meta")],
  words: {
    keyword: `${cWords} alignas alignof and catch class co_await co_return co_yield concept consteval constexpr constinit const_cast decltype delete dynamic_cast explicit export final friend import module mutable namespace new noexcept not operator or override private protected public reinterpret_cast requires static_assert static_cast template throw try typename using virtual`,
    type: `${cTypes} wchar_t char8_t char16_t char32_t string string_view vector map set`,
    number: "NULL nullptr true false this",
  },
  declares: { type: "class struct enum union concept" },
  calls: true,
  capitals: true,
});

const csharp = grammar({
  spans: [...slashes, quoted('"'), quoted('"""', { lines: true, escapes: false }), raw('@"', '"'), { ...quoted('$"'), close: '"', hole: braces("{") }, character, wholeLine("#", "meta")],
  words: {
    keyword:
      "abstract as async await base break case catch checked class const continue default delegate do else enum event explicit extern finally fixed for foreach get goto if implicit in init interface internal is lock namespace new not operator or out override params partial private protected public readonly record ref required return sealed set sizeof stackalloc static struct switch throw try typeof unchecked unsafe using value var virtual volatile when where while with yield",
    type: "bool byte char decimal double dynamic float int long nint object sbyte short string uint ulong ushort void",
    number: `${values} this`,
  },
  declares: { type: "class interface struct enum record" },
  calls: true,
  capitals: true,
});

const java = grammar({
  spans: [...slashes, quoted('"'), quoted('"""', { lines: true }), character],
  words: {
    keyword:
      "abstract assert break case catch class const continue default do else enum exports extends final finally for goto if implements import instanceof interface module native new non-sealed package permits private protected public record requires return sealed static strictfp super switch synchronized throw throws transient try var volatile when while yield",
    type: "boolean byte char double float int long short void",
    number: `${values} this`,
  },
  declares: { type: "class interface enum record extends implements" },
  sigils: { "@": "meta" },
  calls: true,
  capitals: true,
});

const kotlin = grammar({
  spans: [...nestedSlashes, quoted('"', { hole: braces("${") }), quoted('"""', { lines: true, escapes: false, hole: braces("${") }), character],
  words: {
    keyword:
      "abstract actual annotation as break by catch class companion const constructor continue crossinline data do else enum expect external final finally for fun get if import in infix init inline inner interface internal is lateinit noinline object open operator out override package private protected public reified return sealed set suspend tailrec throw try typealias val value var vararg when where while",
    number: `${values} this super it`,
  },
  declares: { type: "class interface object typealias", function: "fun" },
  sigils: { "@": "meta" },
  calls: true,
  capitals: true,
});

const swift = grammar({
  spans: [...nestedSlashes, quoted('"', { hole: parentheses("\\(") }), quoted('"""', { lines: true, hole: parentheses("\\(") }), raw('#"', '"#')],
  words: {
    keyword:
      "actor any as associatedtype async await break case catch class continue convenience default defer deinit didSet do else enum extension fallthrough fileprivate final for func get guard if import in indirect infix init inout internal is lazy let mutating nonisolated open operator optional override postfix precedencegroup prefix private protocol public repeat required rethrows return set some static struct subscript switch throw throws try typealias unowned var weak where while willSet",
    number: "true false nil self super",
  },
  declares: { type: "class struct enum protocol extension actor typealias", function: "func" },
  sigils: { "@": "meta", "#": "meta" },
  calls: true,
  capitals: true,
});

const scala = grammar({
  spans: [...nestedSlashes, quoted('"'), quoted('"""', { lines: true, escapes: false }), character],
  words: {
    keyword:
      "abstract case catch class def derives do else end enum export extends extension final finally for forSome given if implicit import inline lazy match new object opaque open override package private protected return sealed then throw trait transparent try type using val var while with yield",
    number: `${values} this super`,
  },
  declares: { type: "class trait object enum type", function: "def" },
  sigils: { "@": "meta" },
  calls: true,
  capitals: true,
});

const javascript = grammar({
  spans: [...slashes, ...quotes, template, wholeLine("#!", "comment")],
  words: { keyword: jsWords, number: `${values} undefined NaN Infinity this super arguments globalThis` },
  declares: { type: "class extends", function: "function" },
  inNames: "$",
  sigils: { "@": "meta" },
  calls: true,
  capitals: true,
  slashes: true,
});

const typescript = grammar({
  spans: [...slashes, ...quotes, template],
  words: {
    keyword: `${jsWords} abstract accessor asserts declare enum implements infer interface is keyof module namespace override private protected public readonly satisfies type unique`,
    type: "any bigint boolean never number object string symbol unknown",
    number: `${values} undefined NaN Infinity this super arguments globalThis`,
  },
  declares: { type: "class extends implements interface enum namespace", function: "function" },
  inNames: "$",
  sigils: { "@": "meta" },
  calls: true,
  capitals: true,
  slashes: true,
});

const dart = grammar({
  spans: [...slashes, quoted('"', { hole: braces("${") }), quoted("'", { hole: braces("${") }), ...tripled],
  words: {
    keyword:
      "abstract as assert async await base break case catch class const continue covariant default deferred do else enum export extends extension external factory final finally for get if implements import in interface is late library mixin new of on operator part required rethrow return sealed set show static switch sync throw try typedef var when while with yield",
    type: "bool double dynamic int num void",
    number: `${values} this super`,
  },
  declares: { type: "class extends implements mixin enum" },
  sigils: { "@": "meta" },
  calls: true,
  capitals: true,
});

const go = grammar({
  spans: [...slashes, quoted('"'), raw("`"), character],
  words: {
    keyword: "break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var",
    type: "any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint uint8 uint16 uint32 uint64 uintptr",
    number: "true false nil iota",
    function: "append cap clear close copy delete len make max min new panic print println recover",
  },
  declares: { type: "type", function: "func" },
  calls: true,
  capitals: false,
});

const rust = grammar({
  spans: [
    ...nestedSlashes, quoted('"', { lines: true }), raw('r"', '"'), raw('r#"', '"#'), raw('r##"', '"##'), { ...quoted('b"'), close: '"' }, character,
    { open: "#[", close: "]", kind: "meta", lines: true }, { open: "#![", close: "]", kind: "meta", lines: true },
  ],
  words: {
    keyword:
      "as async await box break const continue crate dyn else enum extern fn for gen if impl in let loop macro_rules match mod move mut pub ref return static struct super trait type union unsafe use where while yield",
    type: "bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize",
    number: "true false self",
  },
  declares: { type: "enum impl struct trait type union", function: "fn" },
  sigils: { "'": "meta" },
  endNames: "!",
  calls: true,
  capitals: true,
});

const zig = grammar({
  spans: [lineComment("//"), quoted('"'), character, { open: "\\\\", close: "\n", kind: "string" }],
  words: {
    keyword: "align and anytype asm async await break catch comptime const continue defer else enum errdefer error export extern fn for if inline noalias opaque or orelse packed pub resume return struct suspend switch test threadlocal try union unreachable usingnamespace var volatile while",
    type: "anyerror bool f16 f32 f64 i8 i16 i32 i64 isize noreturn type u8 u16 u32 u64 usize void",
    number: "true false null undefined",
  },
  declares: { function: "fn" },
  sigils: { "@": "function" },
  calls: true,
  capitals: true,
});

const php = grammar({
  spans: [...slashes, hash, quoted('"', { lines: true }), quoted("'", { lines: true }), { open: "#[", close: "]", kind: "meta", lines: true }],
  words: {
    keyword:
      "abstract and array as break callable case catch class clone const continue declare default do echo else elseif empty enum extends final finally fn for foreach function global goto if implements include include_once instanceof insteadof interface isset list match namespace new or print private protected public readonly require require_once return static switch throw trait try unset use var while xor yield",
    type: "bool float int iterable mixed never object string void",
    number: values,
  },
  declares: { type: "class extends implements interface trait enum new", function: "function" },
  sigils: { $: "attribute" },
  calls: true,
  capitals: true,
  heredocs: "<<<",
});

const python = grammar({
  spans: [lineComment("#"), ...quotes, ...tripled],
  words: {
    keyword:
      "and as assert async await break case class continue def del elif else except finally for from global if import in is lambda match nonlocal not or pass raise return try type while with yield",
    type: "bool bytes complex dict float frozenset int list object set str tuple",
    number: "True False None Ellipsis self cls",
  },
  declares: { type: "class", function: "def" },
  sigils: { "@": "meta" },
  calls: true,
  capitals: true,
});

const ruby = grammar({
  spans: [hash, withHoles('"'), quoted("'", { lines: true }), withHoles("`"), { open: "=begin", close: "=end", kind: "comment", lines: true, place: "line" }],
  words: {
    keyword:
      "alias and attr_accessor attr_reader attr_writer begin break case class def defined? do else elsif end ensure extend for if in include lambda loop module next not or prepend private proc protected public raise redo require require_relative rescue retry return super then undef unless until when while yield",
    number: "true false nil self __FILE__",
  },
  declares: { type: "class module", function: "def" },
  sigils: { "@": "attribute", $: "attribute", ":": "number" },
  endNames: "?!",
  calls: true,
  capitals: true,
  slashes: true,
  heredocs: "<<",
});

const perl = grammar({
  spans: [hash, quoted('"', { lines: true }), quoted("'", { lines: true }), { open: "=pod", close: "=cut", kind: "comment", lines: true, place: "line" }],
  words: {
    keyword: "and bless cmp die do else elsif eq for foreach ge given gt if last le local lt my ne next no not or our package print redo require return say state sub unless until use when while xor",
    function: "chomp close defined delete each exists grep join keys length map open pop printf push ref reverse scalar shift sort splice split sprintf substr unshift values",
  },
  declares: { function: "sub", type: "package use" },
  sigils: { $: "attribute", "@": "attribute", "%": "attribute" },
  calls: true,
  slashes: false,
  heredocs: "<<",
});

const shell = grammar({
  spans: [hash, quoted('"', { lines: true, hole: parentheses("$(") }), { ...raw("'"), place: "value" }, quoted("$'", { close: "'", lines: true }), quoted("`", { lines: true })],
  words: { keyword: "case coproc do done elif else esac exec export fi for function if in local readonly return select set shift source sudo then time trap until while" },
  declares: { attribute: "for select export local readonly", function: "function" },
  sigils: { $: "attribute", "-": "attribute" },
  inNames: "-./+",
  keys: "=",
  commands: true,
  heredocs: "<<",
});

const powershell = grammar({
  spans: [hash, comment("<#", "#>"), quoted('"', { lines: true, escapes: false, hole: parentheses("$(") }), raw("'"), raw('@"', '\n"@')],
  words: { keyword: "begin break catch class continue data do dynamicparam else elseif end enum exit filter finally for foreach function if in param process return switch throw trap try until using while" },
  declares: { function: "function filter", type: "class enum" },
  anyCase: true,
  sigils: { $: "attribute", "-": "attribute" },
  inNames: "-",
  commands: true,
});

const batch = grammar({
  spans: [lineComment("::", "line"), lineComment("rem ", "line"), lineComment("REM ", "line"), quoted('"', { escapes: false }), { open: "%", close: "%", kind: "attribute" }],
  words: { keyword: "call cd defined do echo else endlocal errorlevel exist exit for goto if in not off on pause pushd popd set setlocal shift start" },
  anyCase: true,
  inNames: "-.\\",
  commands: true,
});

const lua = grammar({
  spans: [lineComment("--"), comment("--[[", "]]"), comment("--[=[", "]=]"), ...quotes, raw("[[", "]]"), raw("[=[", "]=]")],
  words: { keyword: "and break do else elseif end for function goto if in local not or repeat return then until while", number: "true false nil self" },
  declares: { function: "function" },
  calls: true,
});

const r = grammar({
  spans: [lineComment("#"), ...quotes],
  words: { keyword: "break else for function if in next repeat return while", number: "TRUE FALSE NULL NA NaN Inf" },
  inNames: ".",
  calls: true,
});

const julia = grammar({
  spans: [lineComment("#"), comment("#=", "=#", true), quoted('"', { lines: true, hole: parentheses("$(") }), quoted('"""', { lines: true }), character],
  words: {
    keyword: "abstract baremodule begin break catch const continue do else elseif end export finally for function global if import in isa let local macro module mutable primitive quote return struct try type using where while",
    number: "true false nothing missing",
  },
  declares: { function: "function macro", type: "struct type module" },
  sigils: { "@": "meta" },
  endNames: "!",
  calls: true,
  capitals: true,
});

const elixir = grammar({
  spans: [lineComment("#"), withHoles('"'), withHoles('"""'), quoted("'")],
  words: {
    keyword: "after alias and case catch cond def defdelegate defimpl defmacro defmodule defp defprotocol defstruct do else end fn for if import in not or quote raise receive require rescue try unless unquote use when with",
    number: "true false nil",
  },
  declares: { type: "defmodule alias import use defprotocol", function: "def defp defmacro" },
  sigils: { "@": "attribute", ":": "number" },
  endNames: "?!",
  calls: true,
  capitals: true,
});

const erlang = grammar({
  spans: [lineComment("%"), ...quotes],
  words: { keyword: "after and andalso begin case catch div end fun if let not of or orelse receive rem try when xor", number: "true false undefined ok" },
  sigils: { "-": "meta", "?": "meta" },
  calls: true,
  capitals: true,
});

const haskell = grammar({
  spans: [lineComment("--"), comment("{-", "-}", true), { open: "{-#", close: "#-}", kind: "meta", lines: true }, quoted('"'), character],
  words: {
    keyword: "as case class data default deriving do else family forall foreign hiding if import in infix infixl infixr instance let mdo module newtype of otherwise port qualified rec then type where",
    number: "True False Nothing",
  },
  inNames: "'",
  capitals: true,
});

const ml = grammar({
  spans: [comment("(*", "*)", true), lineComment("//"), quoted('"', { lines: true }), character],
  words: {
    keyword:
      "abstract and as assert begin class constraint do done downto elif else end exception external finally for fun function functor if in include inherit initializer lazy let match member method module mutable namespace new nonrec object of open override private rec return sig static struct then to try type use val virtual when while with yield",
    type: "bool char float int list option string unit",
    number: "true false None null",
  },
  declares: { type: "type module open" },
  capitals: true,
});

const lisp = grammar({
  spans: [lineComment(";"), comment("#|", "|#", true), quoted('"', { lines: true })],
  words: {
    keyword:
      "and begin case catch cond def define define-macro define-syntax defmacro defmethod defn defn- defonce defparameter defrecord defstruct defun defvar deftype do dolist dotimes else fn if if-let in-package labels lambda let let* letrec loop ns or progn quote recur require set! setf setq try unless use use-modules when when-let",
    number: "nil t true false",
  },
  declares: { function: "define defn defn- defun defmacro defmethod" },
  sigils: { ":": "number", "&": "meta", "\\": "string" },
  inNames: "-!?*<>=/+%.",
  heads: true,
});

const sql = grammar({
  spans: [lineComment("--"), comment("/*", "*/"), quoted("'", { lines: true, escapes: false }), raw("$$"), { open: '"', close: '"', kind: "attribute" }, { open: "`", close: "`", kind: "attribute" }],
  words: {
    keyword:
      "add all alter analyze and as asc begin between by cascade case check column commit constraint create cross cube database declare default delete desc distinct do drop each else end escape except exec exists explain fetch for foreign from full function grant group having if ilike in index inner insert intersect into is join key language lateral left like limit materialized merge natural not of offset on or order outer over partition primary procedure recursive references replace returning returns revoke right rollback rollup row rows select set similar table temporary then to top transaction trigger truncate union unique update using values view when where window with",
    type: "bigint blob boolean bytea char date decimal double float int integer interval json jsonb numeric precision real serial smallint text time timestamp timestamptz uuid varchar",
    number: "true false null unknown",
  },
  anyCase: true,
  calls: true,
});

const graphql = grammar({
  spans: [lineComment("#"), quoted('"'), quoted('"""', { lines: true })],
  words: { keyword: "directive enum extend fragment implements input interface mutation on query repeatable scalar schema subscription type union", type: "Boolean Float ID Int String", number: values },
  sigils: { "@": "meta", $: "attribute" },
  keys: ":",
  capitals: true,
});

const protobuf = grammar({
  spans: [...slashes, ...quotes],
  words: {
    keyword: "enum extend extensions import map message oneof option optional package public repeated required reserved returns rpc service stream syntax to",
    type: "bool bytes double fixed32 fixed64 float int32 int64 sfixed32 sfixed64 sint32 sint64 string uint32 uint64",
    number: "true false",
  },
  declares: { type: "message enum service", function: "rpc" },
  capitals: true,
});

const hcl = grammar({
  spans: [...slashes, hash, quoted('"', { hole: braces("${") })],
  words: { keyword: "data dynamic else endif for if in import locals module moved output provider resource terraform variable", type: "any bool list map number object set string tuple", number: values },
  inNames: "-",
  keys: "=",
  calls: true,
  heredocs: "<<",
});

const json = grammar({ spans: [...slashes, ...quotes], words: { number: `${values} undefined NaN Infinity` }, keys: ":" });

const yaml = grammar({
  spans: [hash, quoted('"', { lines: true, place: "value" }), { ...quoted("'", { lines: true, place: "value" }), escapes: false }, wholeLine("---", "meta"), wholeLine("%", "meta")],
  words: { number: `${values} yes no on off True False Null` },
  sigils: { "&": "meta", "*": "meta", "!": "type" },
  inNames: "-./",
  keys: ":",
  keyPlace: "spaced",
});

const ini = grammar({
  spans: [hash, lineComment(";", "space"), ...quotes.map((span) => ({ ...span, place: "value" as const })), ...tripled, { open: "[", close: "]", kind: "type", place: "line" }],
  words: { number: values },
  inNames: "-.",
  keys: "=",
});

const css = grammar({
  spans: [comment("/*", "*/"), ...quotes],
  words: { keyword: "and from in inherit initial not only or revert to unset", number: "none auto" },
  sigils: { "@": "keyword", "#": "number", "!": "keyword", $: "attribute", "%": "type", ".": "type" },
  inNames: "-",
  keys: ":",
  keyPlace: "braces",
  calls: true,
});

const sass = { ...css, spans: [lineComment("//"), ...css.spans] };

const makefile = grammar({
  spans: [hash, { open: "$(", close: ")", kind: "attribute" }, { open: "${", close: "}", kind: "attribute" }, ...quotes],
  words: { keyword: "define else endef endif export ifdef ifeq ifndef ifneq include override private undefine unexport vpath" },
  inNames: "-./%",
  sigils: { $: "attribute", ".": "meta" },
  keys: ":=+?",
  keyPlace: "line",
});

const dockerfile = grammar({
  spans: [hash, ...quotes, { open: "${", close: "}", kind: "attribute" }],
  words: { keyword: "ADD ARG AS CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR" },
  inNames: "-./",
  sigils: { $: "attribute", "-": "attribute" },
  keys: "=",
});

const nginx = grammar({
  spans: [hash, ...quotes],
  words: { keyword: "events http if include listen location map return rewrite root server server_name set try_files upstream", number: "on off" },
  sigils: { $: "attribute" },
  inNames: "-.",
  commands: true,
});

const cmake = grammar({
  spans: [lineComment("#"), comment("#[[", "]]"), quoted('"', { lines: true }), { open: "${", close: "}", kind: "attribute" }],
  words: { keyword: "else elseif endforeach endfunction endif endmacro endwhile foreach function if macro return while", number: "TRUE FALSE ON OFF" },
  anyCase: false,
  calls: true,
});

const tex = grammar({ spans: [lineComment("%"), { open: "$", close: "$", kind: "string" }], sigils: { "\\": "keyword" } });

const markdown = grammar({
  spans: [wholeLine("#", "keyword"), wholeLine(">", "comment"), { ...raw("```"), place: "line" }, { open: "`", close: "`", kind: "string" }, { open: "**", close: "**", kind: "type" }, comment("<!--", "-->")],
});

const ada = grammar({
  spans: [lineComment("--"), lineComment("!"), quoted('"', { escapes: false }), quoted("'", { escapes: false })],
  words: {
    keyword:
      "allocatable and array as begin byref byval call case class const constant contains cycle declare dim do each else elseif elsif end endif entry exit for from function generic goto if implements implicit in inherits intent interface is limited loop mod module namespace new next not of option or out package private procedure program property protected public raise record repeat return select shared stop sub subroutine subtype tagged then to type unit until use uses using var when where while with",
    type: "boolean character double integer long logical object real string",
    number: "true false nil nothing none null",
  },
  declares: { function: "function procedure sub subroutine" },
  anyCase: true,
  calls: true,
});

const pascal = { ...ada, spans: [lineComment("//"), comment("{", "}"), comment("(*", "*)"), quoted("'", { escapes: false })] };
const basic = { ...ada, spans: [lineComment("'"), quoted('"', { escapes: false })] };

/** What is the same nearly everywhere: a text in double quotes within one line, a comment after white space, a number. */
export const anyLanguage = grammar({ spans: [lineComment("//", "space"), comment("/*", "*/"), lineComment("#", "line"), quoted('"')] });

export { css, javascript, php, shell };

const named: readonly (readonly [names: string, grammar: Grammar])[] = [
  ["c h objc objective-c objectivec m glsl hlsl opencl cuda arduino", c],
  ["cpp c++ cc cxx hpp hxx h++", cpp],
  ["csharp c# cs dotnet", csharp],
  ["java groovy gradle", java],
  ["kotlin kt kts", kotlin],
  ["swift", swift],
  ["scala sc", scala],
  ["javascript js jsx mjs cjs node flow", javascript],
  ["typescript ts tsx mts cts", typescript],
  ["dart", dart],
  ["go golang", go],
  ["rust rs", rust],
  ["zig", zig],
  ["php", php],
  ["python py py3 python3 pycon gyp starlark bazel mojo", python],
  ["ruby rb rails erb gemspec crystal", ruby],
  ["perl pl raku", perl],
  ["bash sh shell zsh fish ksh shellscript", shell],
  ["powershell ps1 pwsh ps", powershell],
  ["bat batch cmd dos", batch],
  ["lua luau moonscript", lua],
  ["r rlang", r],
  ["julia jl", julia],
  ["elixir ex exs", elixir],
  ["erlang erl", erlang],
  ["haskell hs elm purescript idris agda", haskell],
  ["ocaml ml fsharp f# fs sml reason", ml],
  ["lisp clojure clj cljs edn scheme scm racket elisp emacs-lisp common-lisp commonlisp fennel", lisp],
  ["sql mysql postgresql postgres pgsql plsql plpgsql sqlite tsql", sql],
  ["graphql gql", graphql],
  ["protobuf proto thrift", protobuf],
  ["hcl terraform tf nix", hcl],
  ["json json5 jsonc jsonl ndjson geojson webmanifest", json],
  ["yaml yml", yaml],
  ["ini toml cfg conf config properties dotenv env editorconfig systemd desktop", ini],
  ["css", css],
  ["scss sass less stylus", sass],
  ["makefile make mk", makefile],
  ["dockerfile docker containerfile", dockerfile],
  ["nginx apache caddyfile", nginx],
  ["cmake", cmake],
  ["tex latex bibtex", tex],
  ["markdown md mdx", markdown],
  ["ada fortran f90 f95 vhdl", ada],
  ["pascal delphi objectpascal", pascal],
  ["vb vbnet vba basic visual-basic", basic],
];

const byName = new Map(named.flatMap(([names, made]) => names.split(" ").map((name) => [name, made] as const)));

/** The grammar of a language by the name that pages give it, in small letters. */
export function grammarOf(language: string): Grammar | undefined {
  return byName.get(language);
}

/** One name of each grammar. */
export const grammarNames: readonly string[] = named.map(([names]) => names.split(" ")[0] as string);
