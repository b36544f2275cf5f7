# What ./run, ./test and ./redress share. Sourced, never run. Everything it says goes to standard error, because
# standard output belongs to the caller (`./redress due --json` prints JSON and nothing else).
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
artifacts=$root/artifacts

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# Build servers outlive the command that started them, and would keep its output pipe open.
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false DOTNET_CLI_USE_MSBUILD_SERVER=0
# The SDK refuses to start without a home folder, which some services and containers do not have.
if [[ ! -d ${HOME:-} ]]; then
    export HOME=$artifacts/home
    mkdir -p "$HOME"
fi

say() { printf '%s\n' "$*" >&2; }
die() { say "$@"; exit 2; }

need_sdk() {
    dotnet --list-sdks 2>/dev/null | grep -q '^10\.' && return
    die "Redress needs the .NET 10 SDK, and 'dotnet --list-sdks' shows none. Install it from
https://dotnet.microsoft.com/download/dotnet/10.0, or on Debian 12 as root:
    wget https://packages.microsoft.com/config/debian/12/packages-microsoft-prod.deb
    dpkg -i packages-microsoft-prod.deb && apt-get update && apt-get install -y dotnet-sdk-10.0"
}

need_node() {
    local major
    major=$(node --version 2>/dev/null | sed -E 's/^v([0-9]+).*/\1/')
    [[ ${major:-0} -ge 20 ]] && command -v npm >/dev/null && return
    die "Redress needs Node.js 20 or later with npm, to build its style sheet and scripts. Install it from
https://nodejs.org, or on Debian as root:
    curl -fsSL https://deb.nodesource.com/setup_22.x | bash - && apt-get install -y nodejs"
}

# Installs Debian packages where that is allowed, and otherwise says the command that would.
need_packages() {
    local command="apt-get install -y --no-install-recommends $*" sudo=
    [[ $(id -u) == 0 ]] || sudo='sudo -n'
    if ! command -v apt-get >/dev/null || { [[ $sudo ]] && ! $sudo true 2>/dev/null; }; then
        die "The tests need: $*. Install with:
    sudo $command"
    fi
    say "Installing $*"
    export DEBIAN_FRONTEND=noninteractive
    { $sudo apt-get update -q && $sudo $command -q; } </dev/null >&2 || die "Could not install: $*"
}

# One build at a time in a checkout, whoever starts it. Descriptor 9 is closed for the build itself, so that nothing
# it leaves behind can hold the lock.
locked() {
    mkdir -p "$artifacts"
    (
        flock 9
        "$@" 9>&-
    ) 9>"$artifacts/build.lock"
}

# Names what the product is built from: path, size and time of every source file.
source_stamp() {
    (
        cd "$root"
        find Directory.*.props global.json eng/lib.sh calendars codes procedures src \
            \( -name bin -o -name obj -o -name node_modules -o -path src/Redress.Web/wwwroot/assets \) -prune \
            -o -type f -printf '%p %s %T@\n'
    ) | LC_ALL=C sort | sha256sum | cut -c 1-16
}

publish() {
    local target=$1
    [[ ! -d $target ]] || return 0 # somebody else built it while we waited for the lock
    need_sdk
    need_node
    say 'Building Redress. This takes a minute the first time.'
    rm -rf "$artifacts/next"
    cd "$root"
    dotnet restore src/Redress.Web --locked-mode -v quiet
    dotnet publish src/Redress.Web -c Release --no-restore -v quiet -o "$artifacts/next"
    mkdir -p "$artifacts/redress"
    mv "$artifacts/next" "$target"
    # A server may still be running from an older build: the last two are left alone.
    ls -dt "$artifacts"/redress/*/ | tail -n +4 | xargs -r rm -rf
}

# Sets $dll to the product built from the sources as they are now.
product() {
    local app
    app=$artifacts/redress/$(source_stamp)
    dll=$app/redress.dll
    [[ -d $app ]] || locked publish "$app" >&2
}
