"""The completion scripts for shells: typer's, but without a space after `amount=`."""

from __future__ import annotations

from typer import _completion_shared as shared

_BASH = """\
    [[ ${COMPREPLY[0]-} == *= ]] && compopt -o nospace
    return 0
"""
_ZSH = """\
  local offered="$(env _TYPER_COMPLETE_ARGS="${words[1,$CURRENT]}" \
%(autocomplete_var)s=complete_zsh %(prog_name)s)"
  if [[ $offered == *'="'* ]]; then
    compadd() { builtin compadd -S '' "$@" }
    eval ${=offered}
    unfunction compadd
  else
    eval ${=offered}
  fi
"""


def omit_space() -> None:
    """Make the scripts leave the cursor where the value is typed."""
    bash, zsh = shared.COMPLETION_SCRIPT_BASH, shared.COMPLETION_SCRIPT_ZSH
    shared._completion_scripts["bash"] = bash.replace("    return 0\n", _BASH)  # noqa: SLF001 - there is no public way
    lines = [line for line in zsh.splitlines(keepends=True) if line.startswith("  eval $(env")]
    shared._completion_scripts["zsh"] = zsh.replace("".join(lines), _ZSH)  # noqa: SLF001
