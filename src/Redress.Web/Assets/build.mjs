// Compiles the style sheet, the script and the fonts into ../wwwroot/assets, each named by its content so that
// browsers may keep it for ever, with compressed copies beside those that shrink.
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import esbuild from "esbuild";
import { compile } from "sass";

const out = join(import.meta.dirname, "../wwwroot/assets");

const scss = {
  name: "scss",
  setup(build) {
    build.onLoad({ filter: /\.scss$/ }, ({ path }) => ({
      contents: compile(path, { loadPaths: [".", "node_modules"], quietDeps: true }).css,
      loader: "css",
    }));
  },
};

// MoJ's style sheet names its icons by where they are served.
const icons = {
  name: "icons",
  setup(build) {
    build.onResolve({ filter: /^\/assets\/images\// }, ({ path }) => ({
      path: join(import.meta.dirname, "node_modules/@ministryofjustice/frontend/moj", path),
    }));
  },
};

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

const { metafile } = await esbuild.build({
  absWorkingDir: import.meta.dirname,
  entryPoints: ["redress.ts", "redress.scss"],
  outdir: out,
  entryNames: "[name].[hash]",
  assetNames: "[name].[hash]",
  loader: { ".woff2": "file", ".svg": "file" },
  plugins: [scss, icons],
  bundle: true,
  format: "esm",
  target: ["es2020", "chrome90", "firefox90", "safari15"],
  minify: true,
  legalComments: "none",
  metafile: true,
});

const names = {};
for (const path of Object.keys(metafile.outputs)) {
  const name = basename(path);
  names[name.replace(/\.[A-Z0-9]{8}\./, ".")] = name;
  if (/\.(css|js)$/.test(name)) {
    const bytes = await readFile(join(out, name));
    await writeFile(join(out, `${name}.br`), brotliCompressSync(bytes));
    await writeFile(join(out, `${name}.gz`), gzipSync(bytes, { level: 9 }));
  }
}

await writeFile(join(out, "assets.json"), JSON.stringify(names, null, 2) + "\n");
