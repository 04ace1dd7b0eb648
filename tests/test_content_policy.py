"""A page runs the site's scripts, and those of its own that the project put there."""

from __future__ import annotations

from bayan.content_policy import digest, policy_for, with_policy

PAGE = '<head><meta charset="utf-8"><script src="a.js"></script><script>x = 1</script></head>'


def test_scripts_in_the_page_are_named_by_their_digest() -> None:
    policy = policy_for(PAGE)
    assert f"script-src 'self' 'wasm-unsafe-eval' 'sha256-{digest('x = 1')}';" in policy
    assert "'unsafe-inline'" not in policy.split("style-src")[0]


def test_data_in_a_script_element_needs_no_leave() -> None:
    assert "sha256" not in policy_for('<script type="application/ld+json">{"a": 1}</script>')
    assert "sha256" not in policy_for('<script type="application/json" id="x">{"a": 1}</script>')


def test_the_policy_comes_before_everything_that_it_rules() -> None:
    page = with_policy(PAGE)
    assert page.index("Content-Security-Policy") < page.index("<script")


def test_further_sources_join_a_rule_or_make_a_new_one() -> None:
    policy = policy_for(PAGE, {"script-src": "'sha256-abc='", "connect-src": "'self' ws://127.0.0.1:8000"})
    assert f"'sha256-{digest('x = 1')}' 'sha256-abc='; " in policy
    assert policy.endswith("; connect-src 'self' ws://127.0.0.1:8000")
