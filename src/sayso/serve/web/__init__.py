"""The pages: HTML made from the desk's contexts, and what keeps them safe to serve."""
