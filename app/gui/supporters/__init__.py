"""The place サポーター: who is registered, who could be, insurance, and the yearly round."""
