"""Pictures of what reports say: charts without a drawing library (`charts`), and how they are drawn (`drawing`)."""
