"""A page runs the site's scripts, and those of its own that the project put there."""

from __future__ import annotations

from bayan.content_policy import digest, policy_for, scripts_of, with_policy

PAGE = '<head><meta charset="utf-8"><script src="a.js"></script><script>x = 1</script></head>'


KNOWN = scripts_of(["<script>x = 1</script>", '<script type="module">y = 2</script>'])


def test_the_templates_scripts_in_a_page_are_named_by_their_digest() -> None:
    policy = policy_for(PAGE, KNOWN)
    assert f"script-src 'self' 'wasm-unsafe-eval' 'sha256-{digest('x = 1')}';" in policy
    assert "'unsafe-inline'" not in policy.split("style-src")[0]


def test_data_in_a_script_element_needs_no_leave() -> None:
    assert "sha256" not in policy_for('<script type="application/ld+json">{"a": 1}</script>', KNOWN)
    assert "sha256" not in policy_for('<script type="application/json" id="x">{"a": 1}</script>', KNOWN)


def test_the_policy_comes_before_everything_that_it_rules() -> None:
    page = with_policy(PAGE, KNOWN)
    assert page.index("Content-Security-Policy") < page.index("<script")


def test_further_sources_join_a_rule_or_make_a_new_one() -> None:
    policy = policy_for(
        PAGE, KNOWN, {"script-src": "'sha256-abc='", "connect-src": "'self' ws://127.0.0.1:8000"}
    )
    assert f"'sha256-{digest('x = 1')}' 'sha256-abc='; " in policy
    assert policy.endswith("; connect-src 'self' ws://127.0.0.1:8000")


def test_a_script_that_no_template_holds_may_not_run() -> None:
    slipped = PAGE.replace("</head>", "<script>window.pwned = 1</script></head>")
    assert policy_for(slipped, KNOWN) == policy_for(PAGE, KNOWN)
    assert digest("window.pwned = 1") not in policy_for(slipped, KNOWN)
