from plugins.archive.problems import ContentProblemsError, Problem


def test_a_problem_is_one_line_that_an_editor_can_jump_to():
    problem = Problem("content/articles/2021/x.md", 7, "unknown-key", "did you mean `title`?")
    assert str(problem) == "content/articles/2021/x.md:7: unknown-key: did you mean `title`?"


def test_names_and_values_cannot_begin_a_line_of_their_own_or_hide():
    problem = Problem("content/a\nb\udcff.md", 1, "code", "\x1b[31m\u202ered\u2028")
    assert str(problem) == "content/a\\nb\\udcff.md:1: code: \\x1b[31m\\u202ered\\u2028"


def test_problems_are_told_by_path_and_line_and_once_each():
    later, sooner = Problem("b.md", 1, "x", ""), Problem("a.md", 10, "x", "")
    error = ContentProblemsError([later, sooner, later, Problem("a.md", 9, "y", "")])
    assert [(p.path, p.line) for p in error.problems] == [("a.md", 9), ("a.md", 10), ("b.md", 1)]
    assert str(error).count("\n") == 2
