"""`python -m study`: on a fresh machine, installs what is needed first."""

from study import bootstrap

if __name__ == "__main__":
    bootstrap.run_in_environment()

    from study.cli.main import main

    main(prog_name="python3 -m study")
